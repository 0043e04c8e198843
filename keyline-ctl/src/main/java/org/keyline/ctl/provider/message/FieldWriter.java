package org.keyline.ctl.provider.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** Writes the fields of a message, one after the other. */
final class FieldWriter {
    private static final int LONGEST_CHARACTERS = FieldReader.LONGEST_TEXT / 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FieldWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    FieldWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    FieldWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    FieldWriter u64(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    FieldWriter flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    /** Texts of our own may quote others: what is too long is cut. */
    FieldWriter text(String value) {
        var cut = value.length() > LONGEST_CHARACTERS ? value.substring(0, LONGEST_CHARACTERS) : value;
        var utf8 = cut.getBytes(StandardCharsets.UTF_8);
        u16(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    FieldWriter secret(Secret value) {
        var utf8 = value.utf8();
        try {
            u16(Math.min(utf8.length, FieldReader.LONGEST_TEXT));
            bytes.write(utf8, 0, Math.min(utf8.length, FieldReader.LONGEST_TEXT));
            return this;
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    FieldWriter octets(Octets value) {
        u32(value.length());
        bytes.writeBytes(value.bytes());
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
