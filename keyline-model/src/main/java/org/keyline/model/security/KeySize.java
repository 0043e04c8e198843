package org.keyline.model.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys CAPF can have a phone make (spec CAPF-066; CAPF sheet, section 6), in the order they are offered. */
public enum KeySize {
    /** Broken since 1999. */
    RSA_512("512", 512),
    /** What phones of 2004 were given. */
    RSA_1024("1024", 1024),
    RSA_2048("2048", 2048),
    RSA_3072("3072", 3072),
    RSA_4096("4096", 4096),
    EC_P256("EC_P256", 256),
    EC_P384("EC_P384", 384),
    EC_P521("EC_P521", 521);

    /** What a phone is given where nothing else is set. */
    public static final KeySize STANDARD = RSA_2048;

    private static final int SHORTEST_RSA = 2048;

    private final String value;
    private final int bits;

    KeySize(String value, int bits) {
        this.value = value;
        this.bits = bits;
    }

    /** As the configuration writes it: the bits of an RSA key, or the name of a curve. */
    public String value() {
        return value;
    }

    /** The modulus length of an RSA key, or the field length of a curve. */
    public int bits() {
        return bits;
    }

    /** Whether it is a key on an elliptic curve. */
    public boolean isEc() {
        return this == EC_P256 || this == EC_P384 || this == EC_P521;
    }

    /** Whether whoever has a phone's certificate can compute its key, today or soon: an RSA key below 2048 bits. */
    public boolean isShort() {
        return !isEc() && bits < SHORTEST_RSA;
    }

    /**
     * Whether only a server admits it that admits phones of the old generations: a short key because of its price,
     * P-521 because only the TLS of such a server can check signatures made with it.
     */
    public boolean needsLegacyServer() {
        return isShort() || this == EC_P521;
    }

    /** The values of all, in their order. */
    public static List<String> all() {
        return Arrays.stream(values()).map(KeySize::value).toList();
    }

    /** The size of this value. */
    public static Optional<KeySize> of(String value) {
        return Arrays.stream(values()).filter(size -> size.value.equals(value)).findFirst();
    }
}
