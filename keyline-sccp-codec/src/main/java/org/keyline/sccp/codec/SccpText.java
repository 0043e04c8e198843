package org.keyline.sccp.codec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.keyline.sccp.codec.field.CodePoint;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.SccpMessages;

/**
 * A message in words, for traces and ladder diagrams. Key material appears by its length only.
 *
 * @param name the message's name in SCCP
 * @param fields its fields in order, by name
 */
public record SccpText(String name, SequencedMap<String, String> fields) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Describes a message, or what is known of one that could not be read. */
    public static SccpText describe(Decoded decoded) {
        return switch (decoded) {
            case SccpMessage message -> new SccpText(SccpMessages.name(message), fieldsOf((Record) message));
            case Malformed malformed -> new SccpText(SccpMessages.name(malformed.id()), fieldsOf(malformed));
        };
    }

    /** Name and fields on one line. */
    public String line() {
        return fields.entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("", name, ""));
    }

    private static SequencedMap<String, String> fieldsOf(Record message) {
        var fields = new LinkedHashMap<String, String>();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            fields.put(component.getName(), text(component.getName(), valueOf(component, message)));
        }
        return fields;
    }

    private static Object valueOf(RecordComponent component, Record message) {
        try {
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException("A message record is public with all its components", bug);
        }
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case Integer call
            when name.equals("callReference") || name.equals("passThroughPartyId") -> "0x" + HEX.toHexDigits(call);
            case Integer number -> Integer.toUnsignedString(number);
            case CodePoint point -> point.name() + " (" + Integer.toUnsignedString(point.number()) + ")";
            case String string -> DisplayText.of(string).readable();
            case List<?> list -> list(name, list);
            default -> value.toString();
        };
    }

    private static String list(String name, List<?> values) {
        var texts = new ArrayList<String>(values.size());
        for (Object value : values) {
            texts.add(
                    value instanceof Record entry && !(value instanceof CodePoint) ? entry(entry) : text(name, value));
        }
        return texts.toString();
    }

    private static String entry(Record entry) {
        Map<String, String> fields = fieldsOf(entry);
        return String.join(" ", fields.values());
    }
}
