package org.keyline.node.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Values of one record by the names of their columns; what is not set is 0, or an empty text. */
final class RecordRow {
    private final List<Column> columns;
    private final Map<String, String> values = new HashMap<>();

    RecordRow(List<Column> columns) {
        this.columns = columns;
    }

    RecordRow set(String column, long value) {
        return put(column, Long.toString(value));
    }

    RecordRow set(String column, String value) {
        return put(column, value);
    }

    private RecordRow put(String column, String value) {
        if (columns.stream().noneMatch(known -> known.name().equals(column))) {
            throw new IllegalArgumentException("No such column: " + column);
        }
        values.put(column, value);
        return this;
    }

    /** The line of the file, with its end. */
    String line() {
        var line = new StringJoiner(",", "", "\n");
        for (var column : columns) {
            var value = Optional.ofNullable(values.get(column.name()));
            line.add(column.isInteger() ? value.orElse("0") : Csv.quoted(value.orElse("")));
        }
        return line.toString();
    }
}
