package org.keyline.trust.tlv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes elements: tag (1 byte), length (2 bytes, big-endian), value. Texts end with a zero byte, which counts. */
public final class TlvWriter {
    private static final int LONGEST_VALUE = 0xffff;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** An element with an opaque value of at most 65,535 bytes. */
    public TlvWriter octets(int tag, byte[] value) {
        if (value.length > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "Element " + tag + " has " + value.length + " bytes; at most " + LONGEST_VALUE + " fit");
        }
        out.write(tag);
        out.write(value.length >>> 8);
        out.write(value.length);
        out.writeBytes(value);
        return this;
    }

    /** An element with one byte. */
    public TlvWriter u8(int tag, int value) {
        return octets(tag, new byte[] {(byte) value});
    }

    /** An element with two bytes. */
    public TlvWriter u16(int tag, int value) {
        return octets(tag, new byte[] {(byte) (value >>> 8), (byte) value});
    }

    /** An element with four bytes. */
    public TlvWriter u32(int tag, long value) {
        return octets(
                tag, new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }

    /** An element with a text and its final zero byte; the text itself must have none. */
    public TlvWriter text(int tag, String value) {
        if (value.indexOf(0) >= 0) {
            throw new IllegalArgumentException("The text of element " + tag + " contains a zero byte");
        }
        return octets(tag, (value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** An element that contains the elements of {@code content}. */
    public TlvWriter container(int tag, TlvWriter content) {
        return octets(tag, content.toByteArray());
    }

    /** A bare byte without length and value: padding. */
    public TlvWriter bare(int tag) {
        out.write(tag);
        return this;
    }

    /** How many bytes were written so far. */
    public int size() {
        return out.size();
    }

    /** What was written. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
