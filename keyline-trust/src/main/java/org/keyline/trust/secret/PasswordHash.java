package org.keyline.trust.secret;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords of accounts at rest: PBKDF2 with HMAC-SHA-256, as {@code $pbkdf2-sha256$<iterations>$<salt>$<hash>} (salt
 * and hash in base64).
 *
 * <p>One check takes some 100 milliseconds of a core by intent; call it off event loops.
 */
public final class PasswordHash {
    private static final String SCHEME = "pbkdf2-sha256";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    /** The OWASP recommendation of 2023 for this function. */
    private static final int ITERATIONS = 600_000;
    /** Bounds the work that a manipulated hash can cause. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** The hash of {@code password} with a new salt, to be stored. */
    public static String of(Secret password) {
        return of(password, ITERATIONS);
    }

    static String of(Secret password, int iterations) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var base64 = Base64.getEncoder();
        return "$" + SCHEME + "$" + iterations + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(derive(password, salt, iterations, HASH_BYTES));
    }

    /** Whether {@code password} is the one that {@code encoded} was made of; false also for an unknown encoding. */
    public static boolean matches(Secret password, String encoded) {
        var parts = encoded.split("\\$", -1);
        if (parts.length != PARTS || !parts[0].isEmpty() || !parts[1].equals(SCHEME)) {
            return false;
        }
        try {
            var iterations = Integer.parseInt(parts[2]);
            var hash = Base64.getDecoder().decode(parts[4]);
            return iterations > 0
                    && iterations <= MOST_ITERATIONS
                    && hash.length == HASH_BYTES
                    && MessageDigest.isEqual(
                            hash, derive(password, Base64.getDecoder().decode(parts[3]), iterations, hash.length));
        } catch (IllegalArgumentException notAnEncodedHash) {
            return false;
        }
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations, int length) {
        try {
            return password.use(characters -> {
                var spec = new PBEKeySpec(characters, salt, iterations, length * 8);
                try {
                    return SecretKeyFactory.getInstance(ALGORITHM)
                            .generateSecret(spec)
                            .getEncoded();
                } finally {
                    spec.clearPassword();
                    Arrays.fill(characters, '\0');
                }
            });
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
        }
    }
}
