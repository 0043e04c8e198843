package org.keyline.trust.tlv;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes: opaque values of elements. */
public final class Octets {
    private static final int SHOWN = 16;

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** A copy of the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public static Octets of(byte[] bytes, int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** The bytes, copied. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && MessageDigest.isEqual(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The length and the first bytes in hexadecimal. */
    @Override
    public String toString() {
        var shown = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
        return bytes.length + " bytes " + shown + (bytes.length > SHOWN ? "…" : "");
    }
}
