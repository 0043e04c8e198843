package org.keyline.ctl.provider.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** Reads the fields of a message; every length is checked against what is there before anything is allocated. */
final class FieldReader {
    /** The longest text, in bytes of UTF-8. */
    static final int LONGEST_TEXT = 4_096;

    /** The most items of a list. */
    static final int MOST_ITEMS = 1_000;

    private final ByteBuffer bytes;

    FieldReader(byte[] payload) {
        this.bytes = ByteBuffer.wrap(payload);
    }

    /** Reads one item of a list. */
    @FunctionalInterface
    interface Item<T> {
        T read(FieldReader from) throws MalformedProviderMessage;
    }

    int u8(String field) throws MalformedProviderMessage {
        require(field, 1);
        return Byte.toUnsignedInt(bytes.get());
    }

    int u16(String field) throws MalformedProviderMessage {
        require(field, Short.BYTES);
        return Short.toUnsignedInt(bytes.getShort());
    }

    int u32(String field) throws MalformedProviderMessage {
        require(field, Integer.BYTES);
        var value = bytes.getInt();
        if (value < 0) {
            throw new MalformedProviderMessage(field + " is larger than anything here");
        }
        return value;
    }

    long u64(String field) throws MalformedProviderMessage {
        require(field, Long.BYTES);
        return bytes.getLong();
    }

    boolean flag(String field) throws MalformedProviderMessage {
        return switch (u8(field)) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new MalformedProviderMessage(field + " is neither 0 nor 1");
        };
    }

    String text(String field) throws MalformedProviderMessage {
        var read = characters(field);
        try {
            return read.toString();
        } finally {
            Arrays.fill(read.array(), '\0');
        }
    }

    Secret secret(String field) throws MalformedProviderMessage {
        var read = characters(field);
        try {
            return Secret.of(read);
        } finally {
            Arrays.fill(read.array(), '\0');
        }
    }

    private CharBuffer characters(String field) throws MalformedProviderMessage {
        var length = u16(field);
        if (length > LONGEST_TEXT) {
            throw new MalformedProviderMessage(field + " is longer than " + LONGEST_TEXT + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(take(field, length)));
        } catch (CharacterCodingException e) {
            throw new MalformedProviderMessage(field + " is not UTF-8");
        }
    }

    Octets octets(String field) throws MalformedProviderMessage {
        return Octets.of(take(field, u32(field)));
    }

    <T> Optional<T> optional(String field, Item<T> item) throws MalformedProviderMessage {
        return flag(field) ? Optional.of(item.read(this)) : Optional.empty();
    }

    <T> List<T> list(String field, Item<T> item) throws MalformedProviderMessage {
        var count = u16(field);
        if (count > MOST_ITEMS) {
            throw new MalformedProviderMessage(field + " has more than " + MOST_ITEMS + " items");
        }
        var items = new ArrayList<T>();
        for (var i = 0; i < count; i++) {
            items.add(item.read(this));
        }
        return items;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) throws MalformedProviderMessage {
        var name = text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedProviderMessage(field + " is nothing known"));
    }

    void end() throws MalformedProviderMessage {
        if (bytes.hasRemaining()) {
            throw new MalformedProviderMessage(bytes.remaining() + " bytes follow the last field");
        }
    }

    private byte[] take(String field, int length) throws MalformedProviderMessage {
        require(field, length);
        var taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private void require(String field, int length) throws MalformedProviderMessage {
        if (bytes.remaining() < length) {
            throw new MalformedProviderMessage(field + " runs past the end of the message");
        }
    }
}
