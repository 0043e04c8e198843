package org.keyline.media.port;

import java.util.Arrays;

/**
 * The master key and master salt of one stream in one direction: 16 and 14 bytes for AES_CM_128_HMAC_SHA1_32 (RFC 3711,
 * spec OV-65). Who holds one wipes it; whoever needs it longer takes a {@link #copy}.
 */
public final class StreamKey {
    /** The master key, in bytes. */
    public static final int KEY_LENGTH = 16;
    /** The master salt, in bytes. */
    public static final int SALT_LENGTH = 14;

    private final byte[] key;
    private final byte[] salt;

    /** Copies both; refuses other lengths. */
    public StreamKey(byte[] key, byte[] salt) {
        if (key.length != KEY_LENGTH || salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A stream's key has 16 bytes and its salt 14");
        }
        this.key = key.clone();
        this.salt = salt.clone();
    }

    /** The master key, copied. */
    public byte[] key() {
        return key.clone();
    }

    /** The master salt, copied. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The same key, to be wiped apart from this one. */
    public StreamKey copy() {
        return new StreamKey(key, salt);
    }

    /** Overwrites key and salt. */
    public void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(salt, (byte) 0);
    }

    /** Masks the key. */
    @Override
    public String toString() {
        return "StreamKey[masked]";
    }
}
