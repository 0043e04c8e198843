package org.keyline.config.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Value;

/**
 * One object: its kind and its values by field name. A stored object has a value for every field that has a default;
 * fields without a value are absent.
 */
public record ConfigObject(ObjectKind kind, Map<String, Value> values) {
    public ConfigObject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The object's key: its name, or {@code number@partition}. */
    public String key() {
        return kind.keyOf(values);
    }

    public Optional<Value> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The value's text; empty if there is none. */
    public String text(String field) {
        return value(field).map(Value::text).orElse("");
    }

    /** Whether a flag is on; false if there is no such flag. */
    public boolean flag(String field) {
        return values.get(field) instanceof Value.Flag(var on) && on;
    }

    /** A whole number that every stored object of this kind has. */
    public int number(String field) {
        return number(values, field);
    }

    static int number(Map<String, Value> values, String field) {
        return values.get(field) instanceof Value.Whole(var number) ? Math.toIntExact(number) : 0;
    }

    /** The names of a list field. */
    public List<String> names(String field) {
        return values.get(field) instanceof Value.Names(var names) ? names : List.of();
    }

    /** The rows of a list field. */
    public List<Value.Row> rows(String field) {
        return values.get(field) instanceof Value.Rows(var rows) ? rows : List.of();
    }

    /** The same object with one value changed. */
    public ConfigObject with(String field, Value value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new ConfigObject(kind, changed);
    }

    /** The same object without a value for the field. */
    public ConfigObject without(String field) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new ConfigObject(kind, changed);
    }

    /** Shows no secrets. */
    @Override
    public String toString() {
        var text = new StringBuilder(kind.name()).append('[');
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(kind.field(name).map(Field::secret).orElse(false) ? "***" : value.text())
                .append(' '));
        return text.toString().stripTrailing() + "]";
    }
}
