package org.keyline.trust.signing;

import java.util.Arrays;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;

/** The digest of a signed header, with its number in header tag 8. */
public enum SignatureDigest {
    /** SHA-1: the only one that all phones know. */
    SHA1(1, "SHA-1", "SHA1withRSA"),
    /** SHA-256: defined, not seen in use. */
    SHA256(2, "SHA-256", "SHA256withRSA"),
    /** SHA-512: phones with new firmware. */
    SHA512(3, "SHA-512", "SHA512withRSA");

    private final int code;
    private final String digestName;
    private final String signatureName;

    SignatureDigest(int code, String digestName, String signatureName) {
        this.code = code;
        this.digestName = digestName;
        this.signatureName = signatureName;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** The JCA name of RSASSA-PKCS1-v1_5 with this digest. */
    public String signatureName() {
        return signatureName;
    }

    /** The digest of {@code bytes}. */
    public byte[] of(byte[] bytes) {
        return Certificates.digest(digestName, bytes);
    }

    /** The digest with the number {@code code}, or empty for an unknown one. */
    public static Optional<SignatureDigest> ofCode(int code) {
        return Arrays.stream(values()).filter(digest -> digest.code == code).findFirst();
    }
}
