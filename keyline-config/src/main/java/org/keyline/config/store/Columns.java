package org.keyline.config.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.keyline.config.database.Names;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Value;

/** The fields that are columns of one table, and how their values go in and out. */
record Columns(List<Field> fields) {
    static Columns of(Iterable<Field> fields) {
        var columns = new java.util.ArrayList<Field>();
        for (var field : fields) {
            if (!Names.isList(field)) {
                columns.add(field);
            }
        }
        return new Columns(List.copyOf(columns));
    }

    /** The quoted names. */
    List<String> names() {
        return fields.stream().map(field -> Names.quoted(Names.column(field))).toList();
    }

    /** Binds the values from position {@code first} on. */
    void bind(PreparedBatch batch, int first, Map<String, Value> values) {
        int position = first;
        for (var field : fields) {
            bind(batch, position++, field.type(), values.get(field.name()));
        }
    }

    private static void bind(PreparedBatch batch, int position, FieldType type, @Nullable Value value) {
        switch (type) {
            case FieldType.Whole _ ->
                batch.bind(position, value instanceof Value.Whole(var number) ? (Long) number : null);
            case FieldType.Moment _, FieldType.Deadline _ ->
                batch.bind(
                        position, value instanceof Value.Moment(var instant) ? (Long) instant.getEpochSecond() : null);
            case FieldType.Switch _ ->
                batch.bind(position, value instanceof Value.Flag(var on) ? (Integer) (on ? 1 : 0) : null);
            case FieldType.Text _,
                    FieldType.OneOf _,
                    FieldType.TimeZone _,
                    FieldType.Model _,
                    FieldType.Reference _,
                    FieldType.References _,
                    FieldType.Rows _ -> batch.bind(position, value == null ? null : value.text());
        }
    }

    /** Reads a row whose columns start at {@code first}; empty columns read as the default. */
    LinkedHashMap<String, Value> read(ResultSet row, int first) throws SQLException {
        var values = LinkedHashMap.<String, Value>newLinkedHashMap(fields.size() + 2);
        int position = first;
        for (var field : fields) {
            var value = read(row, position++, field.type());
            if (value != null) {
                values.put(field.name(), value);
            } else if (field.defaultValue().isPresent()) {
                values.put(field.name(), field.defaultValue().get());
            }
        }
        return values;
    }

    private static @Nullable Value read(ResultSet row, int position, FieldType type) throws SQLException {
        return switch (type) {
            case FieldType.Whole _ -> {
                long number = row.getLong(position);
                yield row.wasNull() ? null : new Value.Whole(number);
            }
            case FieldType.Moment _, FieldType.Deadline _ -> {
                long seconds = row.getLong(position);
                yield row.wasNull() ? null : new Value.Moment(Instant.ofEpochSecond(seconds));
            }
            case FieldType.Switch _ -> {
                int on = row.getInt(position);
                yield row.wasNull() ? null : on == 0 ? Flags.OFF : Flags.ON;
            }
            case FieldType.OneOf oneOf -> {
                var text = row.getString(position);
                int known = text == null ? -1 : oneOf.values().indexOf(text);
                yield known < 0 ? null : new Value.Text(oneOf.values().get(known));
            }
            case FieldType.Text _,
                    FieldType.TimeZone _,
                    FieldType.Model _,
                    FieldType.Reference _,
                    FieldType.References _,
                    FieldType.Rows _ -> {
                var text = row.getString(position);
                yield text == null ? null : new Value.Text(text);
            }
        };
    }

    /** The two flags; there are many of them in a large configuration. */
    private static final class Flags {
        private static final Value ON = new Value.Flag(true);
        private static final Value OFF = new Value.Flag(false);
    }
}
