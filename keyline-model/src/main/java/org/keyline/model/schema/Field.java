package org.keyline.model.schema;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a kind of object. Label and help stand in the catalogue under {@code <kind>.<field>.label} and
 * {@code .help}.
 *
 * @param name its name, as in YAML, REST and the database
 * @param type what values it takes
 * @param key whether it is part of the object's key
 * @param required whether it must be given; a field with a default or a list need not
 * @param defaultValue what it is when not given
 * @param changedBy who may change it
 * @param after what a change requires
 * @param secret whether its value must not be logged or shown
 * @param plain what is typed where the value is kept as its slow hash
 */
public record Field(
        String name,
        FieldType type,
        boolean key,
        boolean required,
        Optional<Value> defaultValue,
        Permission changedBy,
        Set<AfterChange> after,
        boolean secret,
        Optional<FieldType.Text> plain) {
    public Field {
        after = Set.copyOf(after);
    }

    /** A field that administrators may set and may leave out. */
    static Field field(String name, FieldType type) {
        return new Field(
                name,
                type,
                false,
                false,
                type.whenAbsent(),
                Permission.ADMINISTRATOR,
                Set.of(),
                false,
                Optional.empty());
    }

    /** A required part of the object's key. */
    static Field key(String name, FieldType type) {
        return new Field(
                name, type, true, true, Optional.empty(), Permission.ADMINISTRATOR, Set.of(), false, Optional.empty());
    }

    Field mandatory() {
        return new Field(name, type, key, true, defaultValue, changedBy, after, secret, plain);
    }

    Field optionalKey() {
        return new Field(name, type, true, false, defaultValue, changedBy, after, secret, plain);
    }

    Field byDefault(String text) {
        return switch (type.read(text)) {
            case Reading.Good(var value) ->
                new Field(name, type, key, required, Optional.of(value), changedBy, after, secret, plain);
            case Reading.Fault fault ->
                throw new IllegalArgumentException("The default of " + name + " is not allowed: " + fault);
        };
    }

    Field changedBy(Permission permission) {
        return new Field(name, type, key, required, defaultValue, permission, after, secret, plain);
    }

    Field after(AfterChange first, AfterChange... more) {
        return new Field(name, type, key, required, defaultValue, changedBy, EnumSet.of(first, more), secret, plain);
    }

    Field masked() {
        return new Field(name, type, key, required, defaultValue, changedBy, after, true, plain);
    }

    /** Keeps the slow hash of a text of this form. */
    static Field hashOf(String name, FieldType.Text plain) {
        var hash = field(name, TextTypes.SLOW_HASH).masked();
        return new Field(
                name, hash.type, false, false, hash.defaultValue, hash.changedBy, hash.after, true, Optional.of(plain));
    }

    /** The value as it may be shown in logs and problems. */
    public String shown(String value) {
        return secret ? "***" : value;
    }
}
