package org.keyline.callcontrol.station;

import java.util.Arrays;

/**
 * A set of media session master values: AES_CM_128_HMAC_SHA1_32 key (16 bytes) and salt (14 bytes) for one direction of
 * one call (spec OV-65). Never logged, never traced, never used for a second stream.
 */
public final class MediaKey {
    private final byte[] key;
    private final byte[] salt;

    public MediaKey(byte[] key, byte[] salt) {
        if (key.length != 16 || salt.length != 14) {
            throw new IllegalArgumentException("A media key has 16 bytes and its salt 14");
        }
        this.key = key.clone();
        this.salt = salt.clone();
    }

    public byte[] key() {
        return key.clone();
    }

    public byte[] salt() {
        return salt.clone();
    }

    /** Another holder's copy of the same key, wiped apart from this one. */
    public MediaKey copy() {
        return new MediaKey(key, salt);
    }

    /** Overwrites the key; it cannot be used after. */
    public void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(salt, (byte) 0);
    }

    /** Masks the key. */
    @Override
    public String toString() {
        return "MediaKey[masked]";
    }
}
