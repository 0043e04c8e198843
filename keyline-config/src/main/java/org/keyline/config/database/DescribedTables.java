package org.keyline.config.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;

/**
 * Makes the tables and columns that the descriptions of configuration objects ask for and the database does not have
 * yet. New columns are empty; an empty column reads as the field's default. References are foreign keys checked at
 * commit, so that the order of writes within a transaction does not matter.
 */
final class DescribedTables {
    private final Handle handle;

    DescribedTables(Handle handle) {
        this.handle = handle;
    }

    void create() {
        for (var kind : Kinds.many()) {
            ensure(kind.table(), head(), columns(kind.fields().values()), "");
            for (var field : kind.fields().values()) {
                child(kind, field);
            }
        }
    }

    private static Map<String, String> head() {
        return Map.of(Names.KEY, "TEXT NOT NULL PRIMARY KEY");
    }

    private void child(ObjectKind kind, Field field) {
        switch (field.type()) {
            case FieldType.References names ->
                ensure(
                        Names.child(kind, field),
                        childHead(kind),
                        Map.of(Names.TARGET, "TEXT NOT NULL" + references(names.kind())),
                        CHILD_KEY);
            case FieldType.Rows rows ->
                ensure(Names.child(kind, field), childHead(kind), columns(rows.fields()), CHILD_KEY);
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.OneOf _,
                    FieldType.Switch _,
                    FieldType.Moment _,
                    FieldType.Deadline _,
                    FieldType.TimeZone _,
                    FieldType.Model _,
                    FieldType.Reference _ -> {}
        }
    }

    private static final String CHILD_KEY =
            ", PRIMARY KEY (" + Names.quoted(Names.OWNER) + ", " + Names.quoted(Names.POSITION) + ")";

    private static Map<String, String> childHead(ObjectKind kind) {
        var head = new LinkedHashMap<String, String>();
        head.put(
                Names.OWNER,
                "TEXT NOT NULL REFERENCES " + Names.quoted(kind.table()) + " (" + Names.quoted(Names.KEY)
                        + ") ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED");
        head.put(Names.POSITION, "INTEGER NOT NULL");
        return head;
    }

    private static Map<String, String> columns(Iterable<Field> fields) {
        var columns = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (!Names.isList(field)) {
                columns.put(Names.column(field), type(field.type()));
            }
        }
        return columns;
    }

    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Moment _, FieldType.Deadline _ -> "BIGINT";
            case FieldType.Switch _ -> "INTEGER";
            case FieldType.Reference(var target) -> "TEXT" + references(target);
            case FieldType.Text _,
                    FieldType.OneOf _,
                    FieldType.TimeZone _,
                    FieldType.Model _,
                    FieldType.References _,
                    FieldType.Rows _ -> "TEXT";
        };
    }

    /** A kind of which some objects are always there cannot be a foreign key: those stand in no table. */
    private static String references(String kind) {
        if (!Kinds.get(kind).standard().isEmpty()) {
            return "";
        }
        return " REFERENCES " + Names.quoted(Kinds.get(kind).table()) + " (" + Names.quoted(Names.KEY)
                + ") ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED";
    }

    private void ensure(String table, Map<String, String> head, Map<String, String> columns, String constraint) {
        var present = present(table);
        if (present.isEmpty()) {
            var all = new LinkedHashMap<>(head);
            all.putAll(columns);
            var definitions =
                    all.entrySet().stream().map(DescribedTables::definition).collect(Collectors.joining(", "));
            handle.execute("CREATE TABLE " + Names.quoted(table) + " (" + definitions + constraint + ")");
        } else {
            for (var column : columns.entrySet()) {
                if (!present.contains(column.getKey())) {
                    handle.execute("ALTER TABLE " + Names.quoted(table) + " ADD COLUMN "
                            + definition(column).replace(" NOT NULL", ""));
                }
            }
        }
        indexes(table, columns);
    }

    private static String definition(Map.Entry<String, String> column) {
        return Names.quoted(column.getKey()) + " " + column.getValue();
    }

    /** An index on each reference, so that asking who uses an object does not read whole tables. */
    private void indexes(String table, Map<String, String> columns) {
        for (var column : columns.entrySet()) {
            if (column.getValue().contains("REFERENCES")) {
                handle.execute("CREATE INDEX IF NOT EXISTS " + Names.quoted(table + "_" + column.getKey()) + " ON "
                        + Names.quoted(table) + " (" + Names.quoted(column.getKey()) + ")");
            }
        }
    }

    private Set<String> present(String table) {
        var names = new LinkedHashSet<String>();
        try {
            var connection = handle.getConnection();
            List<String> schemas = new ArrayList<>();
            schemas.add(connection.getSchema());
            try (var columns = connection.getMetaData().getColumns(null, schemas.getFirst(), table, null)) {
                while (columns.next()) {
                    names.add(columns.getString("COLUMN_NAME"));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The columns of " + table + " cannot be read", broken);
        }
        return names;
    }
}
