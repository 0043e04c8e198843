package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * How media is encrypted (key block of OpenReceiveChannel and StartMediaTransmission).
 *
 * @param number the number on the wire
 */
public record SrtpAlgorithm(int number) implements CodePoint {
    private static final OpenSet<SrtpAlgorithm> SET = new OpenSet<>(SrtpAlgorithm::new);

    /** None. */
    public static final SrtpAlgorithm NONE = SET.add(0, "none");

    /** AES_CM_128_HMAC_SHA1_32. */
    public static final SrtpAlgorithm AES_CM_128_HMAC_SHA1_32 = SET.add(1, "AES_CM_128_HMAC_SHA1_32");

    /** AES_CM_128_HMAC_SHA1_80. */
    public static final SrtpAlgorithm AES_CM_128_HMAC_SHA1_80 = SET.add(2, "AES_CM_128_HMAC_SHA1_80");

    /** F8_128_HMAC_SHA1_32. */
    public static final SrtpAlgorithm F8_128_HMAC_SHA1_32 = SET.add(3, "F8_128_HMAC_SHA1_32");

    /** F8_128_HMAC_SHA1_80. */
    public static final SrtpAlgorithm F8_128_HMAC_SHA1_80 = SET.add(4, "F8_128_HMAC_SHA1_80");

    /** AEAD_AES_128_GCM. */
    public static final SrtpAlgorithm AEAD_AES_128_GCM = SET.add(5, "AEAD_AES_128_GCM");

    /** AEAD_AES_256_GCM. */
    public static final SrtpAlgorithm AEAD_AES_256_GCM = SET.add(6, "AEAD_AES_256_GCM");

    /** The member with this number, known or not. */
    public static SrtpAlgorithm of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SrtpAlgorithm> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
