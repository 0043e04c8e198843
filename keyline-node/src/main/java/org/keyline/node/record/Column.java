package org.keyline.node.record;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of a file of records.
 *
 * @param name its name in the header line
 * @param type its type in the line of types
 */
record Column(String name, String type) {
    private static final String INTEGER = "INTEGER";

    static Column integer(String name) {
        return new Column(name, INTEGER);
    }

    static Column text(String name, int longest) {
        return new Column(name, "VARCHAR(" + longest + ")");
    }

    static Column identifier(String name) {
        return new Column(name, "UNIQUEIDENTIFIER");
    }

    boolean isInteger() {
        return type.equals(INTEGER);
    }

    /** The two lines each file begins with: quoted names, then types. */
    static String head(List<Column> columns) {
        return columns.stream().map(column -> Csv.quoted(column.name())).collect(Collectors.joining(",")) + "\n"
                + columns.stream().map(Column::type).collect(Collectors.joining(",")) + "\n";
    }
}
