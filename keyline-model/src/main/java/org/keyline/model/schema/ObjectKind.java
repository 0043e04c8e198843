package org.keyline.model.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of configuration object.
 *
 * @param name in the singular, for example {@code phone}
 * @param plural the list's name in YAML and REST; for a single object the same as {@code name}
 * @param table the database table; parameters share one
 * @param single whether there is exactly one object of this kind (enterprise and service parameters)
 * @param fields in the order in which they are shown and written
 * @param standard keys of objects that are always there, stand in no table and cannot be changed
 */
public record ObjectKind(
        String name, String plural, String table, boolean single, Map<String, Field> fields, Set<String> standard) {
    /** The table of all parameters. */
    public static final String PARAMETERS = "parameters";

    public ObjectKind {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        standard = Collections.unmodifiableSet(new LinkedHashSet<>(standard));
    }

    /** The same kind with objects of these keys that are always there. */
    ObjectKind withStandard(Set<String> keys) {
        return new ObjectKind(name, plural, table, single, fields, keys);
    }

    /** Whether the object of this key is always there and cannot be changed. */
    public boolean isStandard(String key) {
        return standard.contains(key);
    }

    /** Objects that are many, each with a key. */
    static ObjectKind many(String name, String plural, String table, Field... fields) {
        return new ObjectKind(name, plural, table, false, byName(fields), Set.of());
    }

    /** Parameters: one object, every field has a default. */
    static ObjectKind single(String name, Field... fields) {
        return new ObjectKind(name, name, PARAMETERS, true, byName(fields), Set.of());
    }

    private static Map<String, Field> byName(Field... fields) {
        var byName = new LinkedHashMap<String, Field>();
        for (var field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("Described twice: " + field.name());
            }
        }
        return byName;
    }

    /** Whether an object may have this key; databases do not even take some texts as a question. */
    public static boolean mayBeKey(String text) {
        return !text.isBlank() && FieldType.Text.upTo(FieldType.MAX_KEY).read(text) instanceof Reading.Good;
    }

    /** The field of this name. */
    public Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The fields that make the key. */
    public List<Field> keyFields() {
        return fields.values().stream().filter(Field::key).toList();
    }

    /**
     * The key of an object with these values: its name, or for a line {@code number} or {@code number@partition}.
     * Missing parts are left out.
     */
    public String keyOf(Map<String, Value> values) {
        if (single) {
            return name;
        }
        var parts = new ArrayList<String>();
        for (var field : fields.values()) {
            var value = field.key() ? values.get(field.name()) : null;
            if (value != null) {
                parts.add(value.text());
            }
        }
        return String.join("@", parts);
    }

    /** Kinds differ by name; each is described once. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectKind kind && name.equals(kind.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
