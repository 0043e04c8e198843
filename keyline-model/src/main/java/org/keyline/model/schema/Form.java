package org.keyline.model.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a form, or of a line of a table, read by their descriptions.
 *
 * @param values what was given and is right
 * @param cleared fields given as empty that take no empty text: they are to have their default, or nothing
 * @param problems what was given and is not right
 */
public record Form(Map<String, Value> values, Set<String> cleared, List<Problem> problems) {
    /** Reads the texts of an object's fields by name; {@code key} is the object's, for the problems. */
    public static Form read(ObjectKind kind, String key, Map<String, String> texts) {
        var form = new Form(new LinkedHashMap<>(), new HashSet<>(), new ArrayList<>());
        texts.forEach((name, text) -> kind.field(name)
                .ifPresentOrElse(
                        field -> form.read(kind, key, field, text),
                        () -> form.problems.add(new Problem(
                                kind.name(),
                                key,
                                name,
                                name,
                                "problem.unknownField",
                                List.of(String.join(", ", kind.fields().keySet()))))));
        return form;
    }

    private void read(ObjectKind kind, String key, Field field, String text) {
        switch (field.type().read(text)) {
            case Reading.Good(var value) -> values.put(field.name(), value);
            case Reading.Fault _ when text.isBlank() && !field.required() -> cleared.add(field.name());
            case Reading.Fault(var message, var arguments) ->
                problems.add(new Problem(kind.name(), key, field.name(), field.shown(text), message, arguments));
        }
    }
}
