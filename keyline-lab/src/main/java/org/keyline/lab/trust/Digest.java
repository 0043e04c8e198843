package org.keyline.lab.trust;

import org.keyline.lab.files.Octets;

/** The digests a list or signed file may name in tag 8. */
public enum Digest {
    SHA_1(1, "SHA-1", "SHA1withRSA"),
    SHA_256(2, "SHA-256", "SHA256withRSA"),
    SHA_512(3, "SHA-512", "SHA512withRSA");

    private final int code;
    private final String digest;
    private final String signature;

    Digest(int code, String digest, String signature) {
        this.code = code;
        this.digest = digest;
        this.signature = signature;
    }

    static Digest of(int code) throws MalformedFile {
        for (var digest : values()) {
            if (digest.code == code) {
                return digest;
            }
        }
        throw new MalformedFile("digest " + code + " is not known");
    }

    /** The Java name of RSASSA-PKCS1-v1_5 with this digest. */
    String signature() {
        return signature;
    }

    /** The digest of some bytes. */
    Octets over(Octets bytes) {
        return bytes.digest(digest);
    }
}
