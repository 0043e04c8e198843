package org.keyline.trust.tlv;

import java.security.interfaces.RSAPublicKey;

/** Header tag 11: the length of the signature as 0 (64 bytes), 1 (128), 2 (256) or 3 (512). */
final class ModulusCode {
    private static final int SHORTEST = 64;
    private static final int HIGHEST_CODE = 3;

    private ModulusCode() {}

    static boolean isDefined(RSAPublicKey key) {
        var bits = key.getModulus().bitLength();
        return bits == 512 || bits == 1024 || bits == 2048 || bits == 4096;
    }

    static int of(int modulusLength) {
        return Integer.numberOfTrailingZeros(modulusLength / SHORTEST);
    }

    static int length(int code) throws MalformedFileException {
        if (code > HIGHEST_CODE) {
            throw new MalformedFileException("The modulus code is " + code + "; 0 to " + HIGHEST_CODE + " are known");
        }
        return SHORTEST << code;
    }
}
