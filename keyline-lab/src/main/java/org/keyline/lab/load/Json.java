package org.keyline.lab.load;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes nested maps of numbers and texts as JSON (RFC 8259). */
final class Json {
    private Json() {}

    static String of(Map<String, ?> object) {
        return write(object, "");
    }

    private static String write(Object value, String indent) {
        return switch (value) {
            case Map<?, ?> map -> map(map, indent);
            case Double number -> String.format(Locale.ROOT, "%.4f", number);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> '"' + escape(value.toString()) + '"';
        };
    }

    private static String map(Map<?, ?> map, String indent) {
        var inner = indent + "  ";
        return map.entrySet().stream()
                .map(entry -> inner + '"' + escape(entry.getKey().toString()) + "\": " + write(entry.getValue(), inner))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String escape(String text) {
        var out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
