package org.keyline.trust.secret;

import java.security.SecureRandom;
import java.util.Arrays;

/** Random passwords and digit strings. */
public final class RandomPassword {
    /** Without 0, O, 1, l and I, which look alike on paper. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    /** A password of {@code length} letters and digits, each worth 5.8 bits. */
    public static Secret letters(int length) {
        return of(ALPHABET, length);
    }

    /** A string of {@code length} digits, as for CAPF's authentication string. */
    public static Secret digits(int length) {
        return of("0123456789", length);
    }

    private static Secret of(String alphabet, int length) {
        var characters = new char[length];
        for (var i = 0; i < length; i++) {
            characters[i] = alphabet.charAt(RANDOM.nextInt(alphabet.length()));
        }
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
