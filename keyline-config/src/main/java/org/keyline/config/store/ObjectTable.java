package org.keyline.config.store;

import static org.keyline.config.database.Names.quoted;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.keyline.config.database.Names;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Value;

/** The table of one kind, with a table for each of its lists, mapped by the kind's description. */
final class ObjectTable implements Storage {
    private static final int CHUNK = 500;

    private final ObjectKind kind;
    private final Columns columns;
    private final List<ListTable> lists;
    private final String select;
    private final String insert;
    private final String update;

    ObjectTable(ObjectKind kind) {
        this.kind = kind;
        this.columns = Columns.of(kind.fields().values());
        this.lists = ListTable.of(kind);
        var names = columns.names();
        var table = quoted(kind.table());
        this.select = "SELECT " + quoted(Names.KEY) + ", " + String.join(", ", names) + " FROM " + table;
        this.insert = "INSERT INTO " + table + " (" + quoted(Names.KEY) + ", " + String.join(", ", names)
                + ") VALUES (?" + ", ?".repeat(names.size()) + ")";
        this.update = "UPDATE " + table + " SET " + quoted(Names.KEY) + " = ?, " + String.join(" = ?, ", names)
                + " = ? WHERE " + quoted(Names.KEY) + " = ?";
    }

    @Override
    public Map<String, ConfigObject> all(Handle handle) {
        var values = rows(handle, "", List.of());
        for (var list : lists) {
            list.readInto(values, handle, "", List.of());
        }
        return objects(values);
    }

    @Override
    public Map<String, ConfigObject> some(Handle handle, Collection<String> keys) {
        var values = new HashMap<String, Map<String, Value>>();
        var wanted = keys.stream().filter(ObjectKind::mayBeKey).toList();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            var chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
            var found = rows(handle, where(Names.KEY, chunk.size()), chunk);
            for (var list : lists) {
                list.readInto(found, handle, where(Names.OWNER, chunk.size()), chunk);
            }
            values.putAll(found);
        }
        return objects(values);
    }

    @Override
    public void eachKey(Handle handle, Consumer<String> to) {
        var key = quoted(Names.KEY);
        handle.createQuery("SELECT " + key + " FROM " + quoted(kind.table()) + " ORDER BY " + key)
                .mapTo(String.class)
                .useStream(keys -> keys.forEach(to));
    }

    private static String where(String column, int keys) {
        return " WHERE " + quoted(column) + " IN (" + String.join(", ", Collections.nCopies(keys, "?")) + ")";
    }

    private Map<String, Map<String, Value>> rows(Handle handle, String where, List<String> keys) {
        var query = handle.createQuery(select + where);
        for (int i = 0; i < keys.size(); i++) {
            query.bind(i, keys.get(i));
        }
        var found = new HashMap<String, Map<String, Value>>();
        query.map((row, _) -> found.put(row.getString(1), columns.read(row, 2))).list();
        return found;
    }

    private Map<String, ConfigObject> objects(Map<String, Map<String, Value>> values) {
        var objects = new LinkedHashMap<String, ConfigObject>();
        for (var entry : new TreeMap<>(values).entrySet()) {
            for (var list : lists) {
                entry.getValue().computeIfAbsent(list.field().name(), _ -> list.empty());
            }
            objects.put(entry.getKey(), new ConfigObject(kind, entry.getValue()));
        }
        return objects;
    }

    @Override
    public void insert(Handle handle, List<ConfigObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(insert);
        for (var object : objects) {
            batch.bind(0, object.key());
            columns.bind(batch, 1, object.values());
            batch.add();
        }
        batch.execute();
        lists.forEach(list -> list.insert(handle, objects));
    }

    @Override
    public void update(Handle handle, Map<String, ConfigObject> objectsByOldKey) {
        if (objectsByOldKey.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(update);
        objectsByOldKey.forEach((oldKey, object) -> {
            batch.bind(0, object.key());
            columns.bind(batch, 1, object.values());
            batch.bind(columns.fields().size() + 1, oldKey);
            batch.add();
        });
        batch.execute();
        for (var list : lists) {
            list.remove(
                    handle,
                    objectsByOldKey.values().stream().map(ConfigObject::key).toList());
            list.insert(handle, objectsByOldKey.values());
        }
    }

    @Override
    public void remove(Handle handle, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("DELETE FROM " + quoted(kind.table()) + where(Names.KEY, 1));
        keys.forEach(key -> batch.bind(0, key).add());
        batch.execute();
    }
}
