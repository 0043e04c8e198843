package org.keyline.model.dial;

/** The keys that can be dialled, numbered in the order {@code 0-9 * # A-D +}. */
public final class DialKeys {
    /** All of them, in order. */
    public static final String ALL = "0123456789*#ABCD+";
    /** How many there are. */
    public static final int COUNT = ALL.length();

    private DialKeys() {}

    /** The number of a key; fails for what is no key. */
    public static int index(char key) {
        var index = of(key);
        if (index < 0) {
            throw new IllegalArgumentException("Not a key that can be dialled: " + key);
        }
        return index;
    }

    /** The number of a key, or -1. */
    public static int of(char key) {
        if (key >= '0' && key <= '9') {
            return key - '0';
        }
        return ALL.indexOf(key, 10);
    }
}
