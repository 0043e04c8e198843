package org.keyline.node.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.web.record.TracedCall;

/**
 * A call that is over as lines of a file: one that tells whose it was, then one for each signal, with parts separated
 * by {@code |}:
 *
 * <pre>
 * #|call|began|ended|numbers|devices
 * time|from|to|signal|state|legs|field=value|field=value...
 * </pre>
 */
final class TraceText {
    private static final String HEAD = "#";
    private static final int HEAD_PARTS = 6;
    private static final int FIELDS = 6;
    private static final String BETWEEN = ",";

    private TraceText() {}

    static String head(TracedCall call) {
        return line(List.of(
                HEAD,
                Integer.toString(call.call()),
                call.began().toString(),
                call.ended().toString(),
                String.join(BETWEEN, call.numbers()),
                String.join(BETWEEN, call.devices())));
    }

    static boolean isHead(String line) {
        return line.startsWith(HEAD);
    }

    /** Whose signals follow; empty for a line that does not tell. */
    static Optional<TracedCall> head(String line) {
        var parts = parts(line);
        if (parts.size() != HEAD_PARTS || !isHead(line)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TracedCall(
                    Integer.parseInt(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    Instant.parse(parts.get(3)),
                    list(parts.get(4)),
                    list(parts.get(5))));
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** @param at when it happened */
    static String signal(SdlSignal signal, Instant at, Map<String, String> fields) {
        var parts = new ArrayList<>(List.of(
                at.toString(),
                signal.from(),
                signal.to(),
                signal.name(),
                signal.state(),
                signal.callReferences().stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))));
        fields.forEach((name, value) -> parts.add(name + "=" + value));
        return line(parts);
    }

    /** A signal read back; its nanoseconds count from {@code began}. Empty for a damaged line. */
    static Optional<SdlSignal> signal(String line, Instant began) {
        var parts = parts(line);
        if (parts.size() < FIELDS) {
            return Optional.empty();
        }
        try {
            var at = Duration.between(began, Instant.parse(parts.getFirst()));
            var legs =
                    list(parts.get(FIELDS - 1)).stream().map(Integer::valueOf).toList();
            var fields = fields(parts.subList(FIELDS, parts.size()));
            return Optional.of(new SdlSignal(
                    at.toNanos(), legs, parts.get(1), parts.get(2), parts.get(3), () -> fields, parts.get(4)));
        } catch (ArithmeticException | NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(List<String> parts) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : parts) {
            var equals = part.indexOf('=');
            fields.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
        }
        return fields;
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN, -1));
    }

    private static String line(List<String> parts) {
        return parts.stream().map(TraceText::escaped).collect(Collectors.joining("|", "", "\n"));
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\")
                .replace("|", "\\p")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static List<String> parts(String line) {
        var parts = new ArrayList<String>();
        for (var part : line.split("\\|", -1)) {
            parts.add(plain(part));
        }
        return parts;
    }

    private static String plain(String part) {
        if (part.indexOf('\\') < 0) {
            return part;
        }
        var plain = new StringBuilder(part.length());
        for (var i = 0; i < part.length(); i++) {
            var sign = part.charAt(i);
            if (sign == '\\' && i + 1 < part.length()) {
                i++;
                plain.append(
                        switch (part.charAt(i)) {
                            case 'p' -> '|';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> part.charAt(i);
                        });
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }
}
