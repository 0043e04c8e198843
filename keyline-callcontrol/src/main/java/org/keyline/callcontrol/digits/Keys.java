package org.keyline.callcontrol.digits;

/** The keys that can be dialled, numbered in the order {@code 0-9 * # A-D +}. */
final class Keys {
    static final String ALL = "0123456789*#ABCD+";
    static final int COUNT = ALL.length();

    private Keys() {}

    /** The number of a key; fails for what is no key. */
    static int index(char key) {
        var index = of(key);
        if (index < 0) {
            throw new IllegalArgumentException("Not a key that can be dialled: " + key);
        }
        return index;
    }

    /** The number of a key, or -1. */
    static int of(char key) {
        if (key >= '0' && key <= '9') {
            return key - '0';
        }
        return ALL.indexOf(key, 10);
    }
}
