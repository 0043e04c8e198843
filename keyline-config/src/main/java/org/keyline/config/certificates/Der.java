package org.keyline.config.certificates;

import java.security.MessageDigest;
import java.util.Arrays;

/** The bytes of a certificate in DER. */
public final class Der {
    private final byte[] bytes;

    public Der(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Der der && MessageDigest.isEqual(bytes, der.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of DER";
    }
}
