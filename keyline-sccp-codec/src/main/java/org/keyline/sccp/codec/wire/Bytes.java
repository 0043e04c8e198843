package org.keyline.sccp.codec.wire;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Opaque bytes, immutable and compared by content. {@link #toString} tells only how many. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    Bytes(byte[] owned) {
        content = owned;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte... content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** The text's bytes. */
    public static Bytes of(String text, Charset charset) {
        return new Bytes(text.getBytes(charset));
    }

    /** How many bytes. */
    public int length() {
        return content.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    /** The bytes read as text. */
    public String text(Charset charset) {
        return new String(content, charset);
    }

    /** The content in hexadecimal, lower case without separators. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
