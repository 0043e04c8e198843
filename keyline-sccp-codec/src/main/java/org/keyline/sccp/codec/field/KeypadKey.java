package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * A key of the dial pad (KeypadButton).
 *
 * @param number the number on the wire
 */
public record KeypadKey(int number) implements CodePoint {
    private static final String DIGITS = "0123456789ABCD*#+";
    private static final OpenSet<KeypadKey> SET = new OpenSet<>(KeypadKey::new);

    /** 0. */
    public static final KeypadKey DIGIT_0 = SET.add(0, "0");

    /** 1. */
    public static final KeypadKey DIGIT_1 = SET.add(1, "1");

    /** 2. */
    public static final KeypadKey DIGIT_2 = SET.add(2, "2");

    /** 3. */
    public static final KeypadKey DIGIT_3 = SET.add(3, "3");

    /** 4. */
    public static final KeypadKey DIGIT_4 = SET.add(4, "4");

    /** 5. */
    public static final KeypadKey DIGIT_5 = SET.add(5, "5");

    /** 6. */
    public static final KeypadKey DIGIT_6 = SET.add(6, "6");

    /** 7. */
    public static final KeypadKey DIGIT_7 = SET.add(7, "7");

    /** 8. */
    public static final KeypadKey DIGIT_8 = SET.add(8, "8");

    /** 9. */
    public static final KeypadKey DIGIT_9 = SET.add(9, "9");

    /** A. */
    public static final KeypadKey A = SET.add(10, "A");

    /** B. */
    public static final KeypadKey B = SET.add(11, "B");

    /** C. */
    public static final KeypadKey C = SET.add(12, "C");

    /** D. */
    public static final KeypadKey D = SET.add(13, "D");

    /** *. */
    public static final KeypadKey STAR = SET.add(14, "*");

    /** #. */
    public static final KeypadKey POUND = SET.add(15, "#");

    /** +. */
    public static final KeypadKey PLUS = SET.add(16, "+");

    /** The member with this number, known or not. */
    public static KeypadKey of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<KeypadKey> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    /** The key with this character of {@code 0123456789ABCD*#+}. */
    public static KeypadKey of(char character) {
        int number = DIGITS.indexOf(character);
        if (number < 0) {
            throw new IllegalArgumentException("No key of the dial pad is '" + character + "'");
        }
        return of(number);
    }

    /** Whether the number stands for a key. */
    public boolean isKnown() {
        return number >= 0 && number < DIGITS.length();
    }

    /** The character on the key, {@code '?'} if the number stands for none. */
    public char character() {
        return isKnown() ? DIGITS.charAt(number) : '?';
    }

    @Override
    public String toString() {
        return name();
    }
}
