package org.keyline.sccp.codec.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Text on the wire, in ISO-8859-1 or UTF-8, with label codes.
 *
 * <p>A label code is the byte {@code 0x80} or {@code 0x1E} and one code byte; the phone shows a phrase of its own
 * locale instead. In a Java string the same two characters stand for it, U+0080 or U+001E and the code. The byte 0x80
 * can never begin a UTF-8 character, so both character sets carry labels without ambiguity.
 */
public final class TextCoding {
    /** First byte of the older label codes. */
    public static final char LABEL = '\u0080';

    /** First byte of the label codes that newer phones know too. */
    public static final char EXTENDED_LABEL = '\u001e';

    private static final int REPLACEMENT = '?';

    private TextCoding() {}

    /**
     * Writes as much of the text as fits into {@code limit} bytes, cut before a character or label code that would not
     * fit whole, and before a NUL.
     *
     * @return the number of bytes written
     */
    public static int write(ByteBuf out, String text, int limit, boolean utf8) {
        int written = 0;
        int index = 0;
        while (index < text.length()) {
            char c = text.charAt(index);
            int size = c < 0x80 && c != EXTENDED_LABEL ? 1 : unitSize(text, index, utf8);
            if (c == 0 || written + size > limit) {
                break;
            }
            index += writeUnit(out, text, index, utf8);
            written += size;
        }
        return written;
    }

    /** How many bytes {@link #write} would write. */
    public static int size(String text, int limit, boolean utf8) {
        int size = 0;
        int index = 0;
        while (index < text.length() && text.charAt(index) != 0) {
            int unit = unitSize(text, index, utf8);
            if (size + unit > limit) {
                break;
            }
            size += unit;
            index += startsLabel(text, index) ? 2 : Character.charCount(text.codePointAt(index));
        }
        return size;
    }

    /** The first {@code length} bytes as text; bytes that are no UTF-8 count as ISO-8859-1. */
    public static String read(byte[] bytes, int length, boolean utf8) {
        if (length == 0) {
            return "";
        }
        return utf8 && hasHighByte(bytes, length)
                ? readUtf8(bytes, length)
                : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsLabel(String text, int index) {
        char c = text.charAt(index);
        if ((c != LABEL && c != EXTENDED_LABEL) || index + 1 == text.length()) {
            return false;
        }
        char code = text.charAt(index + 1);
        return code > 0 && code < 0x100;
    }

    private static int unitSize(String text, int index, boolean utf8) {
        if (startsLabel(text, index)) {
            return 2;
        }
        return utf8 ? utf8Size(text.codePointAt(index)) : 1;
    }

    private static int writeUnit(ByteBuf out, String text, int index, boolean utf8) {
        char c = text.charAt(index);
        if (startsLabel(text, index)) {
            out.writeByte(c).writeByte(text.charAt(index + 1));
            return 2;
        }
        if (c < 0x80 || c == LABEL) {
            out.writeByte(c);
            return 1;
        }
        int codePoint = text.codePointAt(index);
        if (utf8) {
            writeUtf8(out, codePoint);
        } else {
            out.writeByte(codePoint < 0x100 ? codePoint : REPLACEMENT);
        }
        return Character.charCount(codePoint);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static int utf8Size(int codePoint) {
        if (codePoint < 0x80 || codePoint == LABEL || isLoneSurrogate(codePoint)) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private static void writeUtf8(ByteBuf out, int codePoint) {
        if (isLoneSurrogate(codePoint)) {
            out.writeByte(REPLACEMENT);
        } else if (codePoint < 0x800) {
            out.writeByte(0xC0 | (codePoint >> 6)).writeByte(continuation(codePoint));
        } else if (codePoint < 0x10000) {
            out.writeByte(0xE0 | (codePoint >> 12))
                    .writeByte(continuation(codePoint >> 6))
                    .writeByte(continuation(codePoint));
        } else {
            out.writeByte(0xF0 | (codePoint >> 18))
                    .writeByte(continuation(codePoint >> 12))
                    .writeByte(continuation(codePoint >> 6))
                    .writeByte(continuation(codePoint));
        }
    }

    private static int continuation(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    private static boolean hasHighByte(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static String readUtf8(byte[] bytes, int length) {
        var text = new StringBuilder(length);
        int at = 0;
        while (at < length) {
            int size = sequenceSize(bytes, at, length);
            text.appendCodePoint(size == 1 ? bytes[at] & 0xFF : sequence(bytes, at, size));
            at += size;
        }
        return text.toString();
    }

    /** The length of the well-formed UTF-8 character at this place; 1 for anything else. */
    private static int sequenceSize(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int size = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
        if (size == 1 || at + size > end) {
            return 1;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        int codePoint = sequence(bytes, at, size);
        boolean shortest = codePoint >= (size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000);
        return shortest && Character.isValidCodePoint(codePoint) && !isLoneSurrogate(codePoint) ? size : 1;
    }

    private static int sequence(byte[] bytes, int at, int size) {
        int codePoint = bytes[at] & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            codePoint = (codePoint << 6) | (bytes[at + i] & 0x3F);
        }
        return codePoint;
    }
}
