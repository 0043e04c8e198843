package org.keyline.config.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;

/** Fills an object up with what is kept and with defaults, and checks every value against the description. */
final class Completion {
    private final ObjectKind kind;
    private final List<Problem> problems = new ArrayList<>();
    private String key = "";

    Completion(ObjectKind kind) {
        this.kind = kind;
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * The whole object.
     *
     * @param given the new values
     * @param cleared fields that are to have their default
     * @param kept the object whose other values stay, if any
     */
    ConfigObject complete(Map<String, Value> given, Set<String> cleared, Optional<ConfigObject> kept) {
        key = kind.keyOf(given);
        if (key.isEmpty()) {
            key = kept.map(ConfigObject::key).orElse("");
        }
        unknown("", given.keySet(), kind.fields().keySet());
        unknown("", cleared, kind.fields().keySet());
        var values = new LinkedHashMap<String, Value>();
        for (var field : kind.fields().values()) {
            var value = given.get(field.name());
            if (value == null && !cleared.contains(field.name()) && kept.isPresent()) {
                value = kept.get().values().get(field.name());
            }
            put(values, field, field.name(), value);
        }
        return new ConfigObject(kind, values);
    }

    private void put(Map<String, Value> values, Field field, String path, @Nullable Value given) {
        var value = given == null ? field.defaultValue().orElse(null) : given;
        if (value == null) {
            if (field.required()) {
                problem(path, "", "problem.required");
            }
            return;
        }
        if (given != null) {
            value = checked(field, path, given);
        }
        if (field.required() && value instanceof Value.Names(var names) && names.isEmpty()) {
            problem(path, "", "problem.tooFew");
        }
        values.put(field.name(), value);
    }

    private Value checked(Field field, String path, Value value) {
        switch (field.type().check(value)) {
            case Reading.Fault(var message, var arguments) ->
                problems.add(new Problem(kind.name(), key, path, field.shown(value.text()), message, arguments));
            case Reading.Good _ -> {
                if (field.type() instanceof FieldType.Rows rows && value instanceof Value.Rows(var list)) {
                    return new Value.Rows(rows(rows, path, list));
                }
            }
        }
        return value;
    }

    private List<Value.Row> rows(FieldType.Rows type, String path, List<Value.Row> rows) {
        var completed = new ArrayList<Value.Row>();
        var seen = new HashSet<Value>();
        for (int i = 0; i < rows.size(); i++) {
            var here = path + "[" + (i + 1) + "]";
            var row = row(type, here, i + 1, rows.get(i));
            var distinct = row.values().get(type.distinct());
            if (distinct != null && !seen.add(distinct)) {
                problem(here + "." + type.distinct(), distinct.text(), "problem.twice");
            }
            completed.add(row);
        }
        return completed;
    }

    private Value.Row row(FieldType.Rows type, String path, int position, Value.Row row) {
        var names = type.fields().stream().map(Field::name).toList();
        unknown(path + ".", row.values().keySet(), names);
        var values = new LinkedHashMap<String, Value>();
        for (var field : type.fields()) {
            var value = row.values().get(field.name());
            if (value == null && type.numbered() && field.name().equals(type.distinct())) {
                value = new Value.Whole(position);
            }
            put(values, field, path + "." + field.name(), value);
        }
        return new Value.Row(values);
    }

    private void unknown(String path, Iterable<String> given, java.util.Collection<String> known) {
        for (var name : given) {
            if (!known.contains(name)) {
                problems.add(new Problem(
                        kind.name(),
                        key,
                        path + name,
                        name,
                        "problem.unknownField",
                        List.of(String.join(", ", known))));
            }
        }
    }

    private void problem(String path, String value, String message) {
        problems.add(new Problem(kind.name(), key, path, value, message, List.of()));
    }
}
