package org.keyline.config.store;

import static org.keyline.config.database.Names.quoted;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.keyline.config.database.Names;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Value;

/** Which objects refer to which others. */
final class References {
    private References() {}

    /** One reference: where it stands and what it names. */
    record Reference(String path, ObjectKind target, String key) {}

    /** Everything an object refers to. */
    static List<Reference> of(ConfigObject object) {
        var found = new ArrayList<Reference>();
        for (var field : object.kind().fields().values()) {
            object.value(field.name()).ifPresent(value -> collect(field, field.name(), value, found));
        }
        return found;
    }

    private static void collect(Field field, String path, Value value, List<Reference> found) {
        switch (field.type()) {
            case FieldType.Reference(var kind) -> found.add(new Reference(path, Kinds.get(kind), value.text()));
            case FieldType.References list -> {
                if (value instanceof Value.Names(var names)) {
                    names.forEach(name -> found.add(new Reference(path, Kinds.get(list.kind()), name)));
                }
            }
            case FieldType.Rows rows -> {
                if (value instanceof Value.Rows(var list)) {
                    for (int i = 0; i < list.size(); i++) {
                        collectRow(rows, path + "[" + (i + 1) + "].", list.get(i), found);
                    }
                }
            }
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.OneOf _,
                    FieldType.Switch _,
                    FieldType.Moment _,
                    FieldType.Deadline _,
                    FieldType.TimeZone _,
                    FieldType.Model _ -> {}
        }
    }

    private static void collectRow(FieldType.Rows rows, String path, Value.Row row, List<Reference> found) {
        for (var field : rows.fields()) {
            var value = row.values().get(field.name());
            if (value != null) {
                collect(field, path + field.name(), value, found);
            }
        }
    }

    /** The keys of stored objects of the kind {@code user} that refer to this object. */
    static List<String> usersIn(Handle handle, ObjectKind user, ObjectKind target, String key) {
        var users = new ArrayList<String>();
        for (var field : user.fields().values()) {
            switch (field.type()) {
                case FieldType.Reference(var kind)
                when kind.equals(target.name()) ->
                    users.addAll(keys(handle, Names.KEY, user.table(), Names.column(field), key));
                case FieldType.References list
                when list.kind().equals(target.name()) ->
                    users.addAll(keys(handle, Names.OWNER, Names.child(user, field), Names.TARGET, key));
                case FieldType.Rows rows -> {
                    for (var column : rows.fields()) {
                        if (column.type() instanceof FieldType.Reference(var kind) && kind.equals(target.name())) {
                            users.addAll(
                                    keys(handle, Names.OWNER, Names.child(user, field), Names.column(column), key));
                        }
                    }
                }
                default -> {}
            }
        }
        return users;
    }

    private static List<String> keys(Handle handle, String wanted, String table, String column, String key) {
        return handle.createQuery("SELECT " + quoted(wanted) + " FROM " + quoted(table) + " WHERE " + quoted(column)
                        + " = ? ORDER BY 1 LIMIT 1000")
                .bind(0, key)
                .mapTo(String.class)
                .list();
    }

    /**
     * Whether references stay behind when an object of the kind gets another key: a key contains this one, as a line's
     * contains its partition's, or some of the kind are always there and stand in no table.
     */
    static boolean doNotFollow(ObjectKind kind) {
        return !kind.standard().isEmpty() || isPartOfKeys(kind);
    }

    private static boolean isPartOfKeys(ObjectKind kind) {
        return Kinds.many().stream()
                .flatMap(other -> other.keyFields().stream())
                .anyMatch(
                        field -> field.type() instanceof FieldType.Reference(var target) && target.equals(kind.name()));
    }
}
