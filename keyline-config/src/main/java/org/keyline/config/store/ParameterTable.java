package org.keyline.config.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;

/** Parameters: a row for each that differs from its default. */
record ParameterTable(ObjectKind kind) implements Storage {
    @Override
    public Map<String, ConfigObject> all(Handle handle) {
        var set = new HashMap<String, String>();
        handle.createQuery("SELECT name, value FROM parameters WHERE kind = ?")
                .bind(0, kind.name())
                .map((row, _) -> set.put(row.getString(1), row.getString(2)))
                .list();
        var values = new LinkedHashMap<String, Value>();
        for (var field : kind.fields().values()) {
            var value = set.containsKey(field.name()) ? stored(field, set.get(field.name())) : null;
            if (value != null) {
                values.put(field.name(), value);
            } else {
                field.defaultValue().ifPresent(byDefault -> values.put(field.name(), byDefault));
            }
        }
        return Map.of(kind.name(), new ConfigObject(kind, values));
    }

    /** A stored value that the description no longer allows counts as not set. */
    private static @org.jspecify.annotations.Nullable Value stored(
            Field field, @org.jspecify.annotations.Nullable String text) {
        return text != null && field.type().read(text) instanceof Reading.Good(var value) ? value : null;
    }

    @Override
    public Map<String, ConfigObject> some(Handle handle, Collection<String> keys) {
        return keys.contains(kind.name()) ? all(handle) : Map.of();
    }

    @Override
    public void eachKey(Handle handle, Consumer<String> to) {
        to.accept(kind.name());
    }

    @Override
    public void insert(Handle handle, List<ConfigObject> objects) {
        throw new IllegalStateException("Parameters are always there: " + kind.name());
    }

    @Override
    public void update(Handle handle, Map<String, ConfigObject> objectsByOldKey) {
        for (var object : objectsByOldKey.values()) {
            handle.execute("DELETE FROM parameters WHERE kind = ?", kind.name());
            for (var field : kind.fields().values()) {
                var value = object.value(field.name());
                if (value.isPresent() && !value.equals(field.defaultValue())) {
                    handle.execute(
                            "INSERT INTO parameters (kind, name, value) VALUES (?, ?, ?)",
                            kind.name(),
                            field.name(),
                            value.get().text());
                }
            }
        }
    }

    @Override
    public void remove(Handle handle, List<String> keys) {
        throw new IllegalStateException("Parameters are always there: " + kind.name());
    }
}
