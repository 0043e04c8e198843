package org.keyline.lab.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes: a file, a field of a trust list, a signature. Compared by content. */
public final class Octets {
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the given bytes. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** The bytes of a text in UTF-8. */
    public static Octets of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes written in hexadecimal, upper or lower case, blanks ignored. */
    public static Octets ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    /** No bytes. */
    public static Octets empty() {
        return EMPTY;
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** Whether there is no byte. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The byte at an offset, 0…255. */
    public int at(int offset) {
        return bytes[offset] & 0xFF;
    }

    /** The two bytes at an offset as an unsigned big-endian number. */
    public int u16(int offset) {
        return at(offset) << 8 | at(offset + 1);
    }

    /** The four bytes at an offset as an unsigned big-endian number. */
    public long u32(int offset) {
        return (long) u16(offset) << 16 | u16(offset + 2);
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public Octets slice(int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** The bytes from an offset to the end. */
    public Octets from(int offset) {
        return slice(offset, bytes.length);
    }

    /** These bytes followed by others. */
    public Octets plus(Octets more) {
        var joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Octets(joined);
    }

    /** A copy of these bytes in which the bits of {@code mask} at {@code offset} are flipped. */
    public Octets flipping(int offset, int mask) {
        var changed = bytes.clone();
        changed[offset] ^= (byte) mask;
        return new Octets(changed);
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The digest of these bytes.
     *
     * @param algorithm a name of the Java security standard, for example {@code SHA-1}
     */
    public Octets digest(String algorithm) {
        try {
            return new Octets(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Only the length: the bytes may be a key. */
    @Override
    public String toString() {
        return "Octets[" + bytes.length + "]";
    }
}
