package org.keyline.trust.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * An SRTP master key and master salt (RFC 3711) for one direction of one call: 16 and 14 bytes, never printed.
 *
 * <p>{@link #random()} takes from a generator that each thread has for itself, so calls do not wait for each other.
 */
public final class MediaKeys {
    /** The master key of AES_CM_128, in bytes. */
    public static final int KEY_LENGTH = 16;
    /** The master salt, in bytes. */
    public static final int SALT_LENGTH = 14;

    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(MediaKeys::generator);

    private final byte[] key;
    private final byte[] salt;

    private MediaKeys(byte[] key, byte[] salt) {
        this.key = key;
        this.salt = salt;
    }

    /** A fresh random key and salt. */
    public static MediaKeys random() {
        var random = RANDOM.get();
        var key = new byte[KEY_LENGTH];
        var salt = new byte[SALT_LENGTH];
        random.nextBytes(key);
        random.nextBytes(salt);
        return new MediaKeys(key, salt);
    }

    /** The master key, copied. */
    public byte[] key() {
        return key.clone();
    }

    /** The master salt, copied. */
    public byte[] salt() {
        return salt.clone();
    }

    /** Overwrites key and salt, at the end of the call. */
    public void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(salt, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaKeys keys
                && MessageDigest.isEqual(key, keys.key)
                && MessageDigest.isEqual(salt, keys.salt);
    }

    /** The same for all keys: a hash code would tell about the content. */
    @Override
    public int hashCode() {
        return MediaKeys.class.hashCode();
    }

    /** Hides key and salt. */
    @Override
    public String toString() {
        return "MediaKeys[(hidden)]";
    }

    /** The JDK's DRBG (NIST SP 800-90A); it seeds itself from the operating system. */
    private static SecureRandom generator() {
        try {
            return SecureRandom.getInstance("DRBG");
        } catch (NoSuchAlgorithmException e) {
            return new SecureRandom();
        }
    }
}
