package org.keyline.node.record;

import java.util.ArrayList;
import java.util.List;

/** Lines of values separated by commas, texts in quotation marks, a quotation mark in a text doubled. */
final class Csv {
    private static final int MOST_VALUES = 1_000;

    private Csv() {}

    /** A text in quotation marks, on one line. */
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }

    /** The values of a line; what is not well formed is taken as it stands. */
    static List<String> values(String line) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length() && values.size() < MOST_VALUES; i++) {
            var sign = line.charAt(i);
            if (sign == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                value.append(sign);
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(sign);
            }
        }
        values.add(value.toString());
        return values;
    }
}
