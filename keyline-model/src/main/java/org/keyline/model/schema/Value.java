package org.keyline.model.schema;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The value of one field of a configuration object. */
public sealed interface Value {
    /** The value as people write it; {@link FieldType#read} understands it again, except for rows. */
    String text();

    /** A text, an enumeration's value or the key of another object. */
    record Text(String text) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** On or off. */
    record Flag(boolean on) implements Value {
        @Override
        public String text() {
            return Boolean.toString(on);
        }
    }

    /** A point in time, to the second. */
    record Moment(Instant instant) implements Value {
        @Override
        public String text() {
            return instant.toString();
        }
    }

    /** An ordered list of names of other objects. */
    record Names(List<String> names) implements Value {
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public String text() {
            return String.join(", ", names);
        }
    }

    /** An ordered list of rows, for example the lines of a phone. */
    record Rows(List<Row> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }

        @Override
        public String text() {
            return rows.stream().map(Row::text).collect(Collectors.joining("; "));
        }
    }

    /** One row: values by field name, in the order of its fields. */
    record Row(Map<String, Value> values) {
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private String text() {
            return values.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue().text())
                    .collect(Collectors.joining(" "));
        }
    }

    /** A text value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A number. */
    static Value of(long number) {
        return new Whole(number);
    }

    /** A flag. */
    static Value of(boolean on) {
        return new Flag(on);
    }

    /** A list of names. */
    static Value names(String... names) {
        return new Names(List.of(names));
    }

    /** An enumeration's value. */
    static Value of(Enum<?> constant) {
        return new Text(constant.name());
    }
}
