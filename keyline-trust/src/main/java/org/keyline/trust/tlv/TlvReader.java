package org.keyline.trust.tlv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads elements one after the other within bounds that are checked before anything is taken.
 *
 * <p>{@link #next()} moves to an element; the typed methods read its value and require its length.
 */
public final class TlvReader {
    private static final int TAG_AND_LENGTH = 3;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int tag;
    private int start;
    private int length;

    /** A reader of the bytes from {@code from} (inclusive) to {@code to} (exclusive), which lie within the array. */
    public TlvReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Whether bytes are left. */
    public boolean hasNext() {
        return position < end;
    }

    /** The offset of the next byte to read. */
    public int position() {
        return position;
    }

    /** The next byte, which must be there, without moving on. */
    public int peek() {
        return bytes[position] & 0xff;
    }

    /** Steps over one bare byte. */
    public void skipBare() {
        position++;
    }

    /** Moves past the next element and returns its tag. */
    public int next() throws MalformedFileException {
        enter();
        if (length > end - start) {
            throw new MalformedFileException("Element " + tag + " at offset " + (start - TAG_AND_LENGTH) + " says "
                    + length + " bytes, but only " + (end - start) + " are left");
        }
        position = start + length;
        return tag;
    }

    /** Moves into the element just read: the elements it contains come next. */
    public void stepInto() {
        position = start;
    }

    private void enter() throws MalformedFileException {
        if (end - position < TAG_AND_LENGTH) {
            throw new MalformedFileException("The element at offset " + position + " is cut off");
        }
        tag = bytes[position] & 0xff;
        length = (bytes[position + 1] & 0xff) << 8 | (bytes[position + 2] & 0xff);
        start = position + TAG_AND_LENGTH;
    }

    /** The offset of the value of the element just read. */
    public int valueStart() {
        return start;
    }

    /** The length of the value of the element just read. */
    public int valueLength() {
        return length;
    }

    /** The value as one unsigned byte. */
    public int u8() throws MalformedFileException {
        return (int) unsigned(1);
    }

    /** The value as two unsigned bytes. */
    public int u16() throws MalformedFileException {
        return (int) unsigned(2);
    }

    /** The value as four unsigned bytes. */
    public long u32() throws MalformedFileException {
        return unsigned(4);
    }

    /** The opaque value of at most {@code longest} bytes. */
    public Octets octets(int longest) throws MalformedFileException {
        if (length > longest) {
            throw new MalformedFileException(
                    "Element " + tag + " has " + length + " bytes; at most " + longest + " are allowed");
        }
        return Octets.of(bytes, start, start + length);
    }

    /** The text, without its final zero byte, of at most {@code longest} bytes. */
    public String text(int longest) throws MalformedFileException {
        if (length < 1 || length > longest || bytes[start + length - 1] != 0) {
            throw new MalformedFileException(
                    "Element " + tag + " is not a text of at most " + longest + " bytes with a final zero byte");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length - 1))
                    .toString();
            if (text.indexOf(0) >= 0) {
                throw new MalformedFileException("The text of element " + tag + " contains a zero byte");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedFileException("The text of element " + tag + " is not UTF-8", e);
        }
    }

    private long unsigned(int size) throws MalformedFileException {
        if (length != size) {
            throw new MalformedFileException("Element " + tag + " has " + length + " bytes instead of " + size);
        }
        var value = 0L;
        for (var i = start; i < start + size; i++) {
            value = value << 8 | (bytes[i] & 0xff);
        }
        return value;
    }
}
