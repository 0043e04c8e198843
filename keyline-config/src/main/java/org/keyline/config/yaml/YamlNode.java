package org.keyline.config.yaml;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file with its place, from line 1 and column 1. */
sealed interface YamlNode {
    Place place();

    /** Where something stands. */
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);
    }

    /**
     * A single value.
     *
     * @param plain whether it stands without quotes
     */
    record Scalar(String text, boolean plain, Place place) implements YamlNode {
        /** Whether it says that there is no value. */
        boolean isNothing() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {}

    /** Names with values, in the file's order. */
    record Mapping(Map<String, Entry> entries, Place place) implements YamlNode {}

    /** One name with its value; the place is the name's. */
    record Entry(YamlNode value, Place place) {}
}
