package org.keyline.lab.media;

import org.jitsi.srtp.SrtpPolicy;
import org.keyline.lab.files.Octets;

/**
 * Master key and salt of one media stream in one direction (RFC 3711), as the call manager sends them.
 *
 * @param algorithm 1 for a 32-bit and 2 for an 80-bit authentication tag
 * @param key 16 bytes
 * @param salt 14 bytes
 */
public record SrtpKey(int algorithm, Octets key, Octets salt) {
    private static final int KEY_BYTES = 16;
    private static final int SALT_BYTES = 14;

    /** Refuses what is not AES_CM_128 with HMAC_SHA1: a 79xx supports nothing else. */
    public SrtpKey {
        if ((algorithm != 1 && algorithm != 2) || key.length() != KEY_BYTES || salt.length() != SALT_BYTES) {
            throw new IllegalArgumentException("algorithm " + algorithm + " with " + key.length() + " and "
                    + salt.length() + " bytes of key and salt");
        }
    }

    /** The policy for RTP packets. */
    SrtpPolicy policy() {
        return policy(algorithm == 1 ? 4 : 10);
    }

    /** The policy for RTCP packets, whose tag is never shortened (RFC 3711 section 5.2). */
    static SrtpPolicy controlPolicy() {
        return policy(10);
    }

    private static SrtpPolicy policy(int tagBytes) {
        return new SrtpPolicy(
                SrtpPolicy.AESCM_ENCRYPTION, KEY_BYTES, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, tagBytes, SALT_BYTES);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SrtpKey[algorithm=" + algorithm + "]";
    }
}
