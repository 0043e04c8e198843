package org.keyline.web.phone;

import java.security.SecureRandom;

/** Makes the strings that users type at their phones (spec CAPF-065). */
public final class AuthenticationStrings {
    /** Within the 4 to 10 digits that are allowed; ten guesses before a pause find one of these in no useful time. */
    private static final int DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AuthenticationStrings() {}

    /** A new string of digits. */
    public static String generate() {
        var digits = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.toString();
    }
}
