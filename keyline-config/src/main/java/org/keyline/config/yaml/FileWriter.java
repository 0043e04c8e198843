package org.keyline.config.yaml;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;

/** Writes objects as YAML: fields that have their default are left out, except for parameters, which are all shown. */
final class FileWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./@()-]*( [A-Za-z0-9_./@()-]+)*");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    /** What a new object has of these follows from parameters, which may be others where the file is read. */
    private static final Set<String> ASKED_FOR = Set.of("keySize");

    private final Appendable out;
    private final Texts texts;
    private final boolean secrets;

    FileWriter(Appendable out, Texts texts, boolean secrets) {
        this.out = out;
        this.texts = texts;
        this.secrets = secrets;
    }

    void write(Map<ObjectKind, List<ConfigObject>> objects) throws IOException {
        out.append("# ").append(texts.text("yaml.header")).append("\nkeyline: 1\n");
        for (var entry : objects.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                kind(entry.getKey(), entry.getValue());
            }
        }
    }

    private void kind(ObjectKind kind, List<ConfigObject> objects) throws IOException {
        out.append("\n# ").append(texts.plural(kind.name())).append('\n');
        out.append(kind.plural()).append(":\n");
        for (var object : objects) {
            fields(kind.fields().values(), object.values(), kind.single() ? "  " : "  - ", "    ", kind.single(), 0);
        }
    }

    /** Writes the fields; the first line begins with {@code first}, the others with {@code indent}. */
    private void fields(
            Iterable<Field> fields, Map<String, Value> values, String first, String indent, boolean all, int number)
            throws IOException {
        var start = first;
        var next = all ? first : indent;
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null && isWritten(field, value, all, number)) {
                out.append(start).append(field.name()).append(':');
                value(field, value, next);
                start = next;
            }
        }
        if (start.equals(first) && !all) {
            out.append(first).append("{}\n");
        }
    }

    private boolean isWritten(Field field, Value value, boolean all, int number) {
        if (field.secret() && !secrets) {
            return false;
        }
        boolean isPosition = number > 0
                && field.name().equals("instance")
                && value instanceof Value.Whole(var position)
                && position == number;
        return !isPosition
                && (all
                        || ASKED_FOR.contains(field.name())
                        || !field.defaultValue().equals(java.util.Optional.of(value)));
    }

    private void value(Field field, Value value, String indent) throws IOException {
        switch (value) {
            case Value.Text(var text) -> out.append(' ').append(quoted(text)).append('\n');
            case Value.Whole _, Value.Flag _ ->
                out.append(' ').append(value.text()).append('\n');
            case Value.Moment _ -> out.append(' ').append(quoted(value.text())).append('\n');
            case Value.Names(var names) ->
                out.append(" [")
                        .append(String.join(
                                ", ", names.stream().map(FileWriter::quoted).toList()))
                        .append("]\n");
            case Value.Rows(var rows) -> rows(field, rows, indent);
        }
    }

    private void rows(Field field, List<Value.Row> rows, String indent) throws IOException {
        if (!(field.type() instanceof FieldType.Rows type)) {
            throw new IllegalStateException("Rows in a field of another type: " + field.name());
        }
        out.append(rows.isEmpty() ? " []\n" : "\n");
        for (int i = 0; i < rows.size(); i++) {
            fields(
                    type.fields(),
                    rows.get(i).values(),
                    indent + "  - ",
                    indent + "    ",
                    false,
                    type.numbered() ? i + 1 : 0);
        }
    }

    static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quote(quoted, point));
        return quoted.append('"').toString();
    }

    private static void quote(StringBuilder quoted, int point) {
        if (point == '"' || point == '\\') {
            quoted.append('\\').append((char) point);
        } else if (isVisible(point)) {
            quoted.appendCodePoint(point);
        } else {
            quoted.append(point > 0xFFFF ? String.format("\\U%08X", point) : String.format("\\u%04X", point));
        }
    }

    private static boolean isVisible(int point) {
        return point == ' '
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
