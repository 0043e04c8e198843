package org.keyline.phoneservices.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of an address behind the question mark, taken apart (sheet phone services, section 6): {@code +} and
 * {@code %20} are blanks; escaped bytes are UTF-8, or ISO-8859-1 where they are no UTF-8, as older phones send.
 */
public final class Query {
    /** More than any page of ours asks for. */
    private static final int MOST_PARAMETERS = 16;

    /** Nothing behind the question mark. */
    public static final Query NONE = new Query(Map.of());

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a query; of a parameter that is there twice the first counts.
     *
     * @return empty where an escape is broken or there are too many parameters
     */
    public static Optional<Query> of(String raw) {
        var values = new LinkedHashMap<String, String>();
        int begin = 0;
        for (int parameters = 0; begin <= raw.length(); parameters++) {
            if (parameters == MOST_PARAMETERS) {
                return Optional.empty();
            }
            int next = raw.indexOf('&', begin);
            int end = next < 0 ? raw.length() : next;
            if (!read(raw.substring(begin, end), values)) {
                return Optional.empty();
            }
            begin = end + 1;
        }
        return Optional.of(new Query(values));
    }

    private static boolean read(String parameter, Map<String, String> values) {
        int equals = parameter.indexOf('=');
        var name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        var value = decoded(equals < 0 ? "" : parameter.substring(equals + 1));
        if (name.isEmpty() || value.isEmpty()) {
            return false;
        }
        values.putIfAbsent(name.get(), value.get());
        return true;
    }

    private static Optional<String> decoded(String escaped) {
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char character = escaped.charAt(at);
            if (character == '%') {
                int high = at + 2 < escaped.length() ? Character.digit(escaped.charAt(at + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(escaped.charAt(at + 2), 16);
                if (low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                at += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return Optional.of(text(bytes.toByteArray()));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The value of a parameter without blanks around it; empty where it was not sent. */
    public String get(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** A number a parameter holds, or {@code otherwise}. */
    public int number(String name, int otherwise) {
        var text = get(name);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** Hides the values, which may be PINs. */
    @Override
    public String toString() {
        return "Query" + values.keySet();
    }
}
