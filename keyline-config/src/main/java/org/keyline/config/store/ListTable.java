package org.keyline.config.store;

import static org.keyline.config.database.Names.quoted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.keyline.config.database.Names;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Value;

/** The table of one list field: a row for each name or row, with its owner and position. */
record ListTable(Field field, String table, Columns columns) {
    private static final String NAME = "name";

    static List<ListTable> of(ObjectKind kind) {
        var lists = new ArrayList<ListTable>();
        for (var field : kind.fields().values()) {
            if (Names.isList(field)) {
                lists.add(new ListTable(field, Names.child(kind, field), columns(field.type())));
            }
        }
        return List.copyOf(lists);
    }

    private static Columns columns(FieldType type) {
        return type instanceof FieldType.Rows rows ? Columns.of(rows.fields()) : new Columns(List.of());
    }

    private boolean isNames() {
        return columns.fields().isEmpty();
    }

    Value empty() {
        return isNames() ? new Value.Names(List.of()) : new Value.Rows(List.of());
    }

    private List<String> columnNames() {
        return isNames() ? List.of(quoted(Names.TARGET)) : columns.names();
    }

    /** Adds this list's values to the objects they belong to. */
    void readInto(Map<String, Map<String, Value>> objects, Handle handle, String where, List<String> keys) {
        var query = handle.createQuery("SELECT " + quoted(Names.OWNER) + ", " + String.join(", ", columnNames())
                + " FROM " + quoted(table) + where + " ORDER BY " + quoted(Names.OWNER) + ", "
                + quoted(Names.POSITION));
        for (int i = 0; i < keys.size(); i++) {
            query.bind(i, keys.get(i));
        }
        var names = new HashMap<String, List<String>>();
        var rows = new HashMap<String, List<Value.Row>>();
        query.map((row, _) -> isNames()
                        ? names.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2))
                        : rows.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(new Value.Row(columns.read(row, 2))))
                .list();
        names.forEach((owner, list) -> put(objects, owner, new Value.Names(list)));
        rows.forEach((owner, list) -> put(objects, owner, new Value.Rows(list)));
    }

    private void put(Map<String, Map<String, Value>> objects, String owner, Value value) {
        var values = objects.get(owner);
        if (values != null) {
            values.put(field.name(), value);
        }
    }

    void remove(Handle handle, Collection<String> owners) {
        var batch = handle.prepareBatch("DELETE FROM " + quoted(table) + " WHERE " + quoted(Names.OWNER) + " = ?");
        owners.forEach(owner -> batch.bind(0, owner).add());
        batch.execute();
    }

    void insert(Handle handle, Collection<ConfigObject> owners) {
        var names = columnNames();
        var batch = handle.prepareBatch("INSERT INTO " + quoted(table) + " (" + quoted(Names.OWNER) + ", "
                + quoted(Names.POSITION) + ", " + String.join(", ", names) + ") VALUES (?, ?"
                + ", ?".repeat(names.size()) + ")");
        for (var owner : owners) {
            int position = 0;
            for (var row : rows(owner)) {
                batch.bind(0, owner.key()).bind(1, position++);
                if (isNames()) {
                    batch.bind(2, Objects.requireNonNull(row.get(NAME)).text());
                } else {
                    columns.bind(batch, 2, row);
                }
                batch.add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private List<Map<String, Value>> rows(ConfigObject owner) {
        return isNames()
                ? owner.names(field.name()).stream()
                        .map(name -> Map.of(NAME, Value.of(name)))
                        .toList()
                : owner.rows(field.name()).stream().map(Value.Row::values).toList();
    }
}
