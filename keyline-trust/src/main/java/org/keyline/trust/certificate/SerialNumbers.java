package org.keyline.trust.certificate;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/** Serial numbers of certificates, as trust lists write them. */
public final class SerialNumbers {
    private static final int RANDOM_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SerialNumbers() {}

    /** The magnitude without a leading zero byte, also where DER would need one; one zero byte for zero. */
    public static byte[] magnitude(BigInteger serial) {
        var bytes = serial.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** A random positive serial number of at most 16 bytes, also in DER. */
    public static BigInteger random() {
        return new BigInteger(RANDOM_BITS, RANDOM).setBit(RANDOM_BITS - 1);
    }
}
