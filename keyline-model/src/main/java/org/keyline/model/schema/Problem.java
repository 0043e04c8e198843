package org.keyline.model.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an object cannot be saved: which field, what was given, and what would be right.
 *
 * @param kind the kind's name
 * @param key the object's key; empty if it has none
 * @param field the field's path, for example {@code lines[2].maxCalls}; empty if the whole object is meant
 * @param value what was given, masked for secrets
 * @param message catalogue key of the text that says what would be right
 * @param arguments for the text's {@code {1}} and further; {@code {0}} is {@code value}
 */
public record Problem(String kind, String key, String field, String value, String message, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** The text alone, as a form shows it beside the field. */
    public String text(Texts texts) {
        var all = new ArrayList<String>();
        all.add(value);
        all.addAll(arguments);
        return texts.message(message, all);
    }

    /** The text with the object and the field it is about. */
    public String sentence(Texts texts) {
        if (kind.isEmpty()) {
            return text(texts);
        }
        var where = new StringBuilder(texts.kind(kind));
        if (!key.isEmpty() && !key.equals(kind)) {
            where.append(' ').append(key);
        }
        if (!field.isEmpty()) {
            where.append(", ").append(field);
        }
        return where + ": " + text(texts);
    }
}
