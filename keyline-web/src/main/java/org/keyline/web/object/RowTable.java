package org.keyline.web.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.web.form.FormField;
import org.keyline.web.form.FormField.Kind;
import org.keyline.web.form.FormField.Option;

/**
 * A field of rows as its page shows it: a table with a cell for each, and some empty rows to add more. A row whose
 * cells are emptied is removed.
 *
 * @param kind the object's kind
 * @param field the field
 * @param type its type
 * @param rows the texts of the cells by column, as stored or as entered
 */
public record RowTable(ObjectKind kind, Field field, FieldType.Rows type, List<Map<String, String>> rows) {
    /** How many rows may be added at once. */
    private static final int MORE = 3;

    /** More rows are no table for a page. */
    private static final int MOST = 200;

    private static final String NOTHING = "—";

    public RowTable {
        rows = List.copyOf(rows);
    }

    /** The tables of a kind; rows that are too many for a page keep what they hold. */
    public static List<RowTable> of(ObjectKind kind, Optional<ConfigObject> object) {
        var tables = new ArrayList<RowTable>();
        for (var field : kind.fields().values()) {
            if (field.type() instanceof FieldType.Rows type
                    && type.fields().stream().noneMatch(Field::secret)) {
                var stored = object.map(found -> found.rows(field.name())).orElse(List.of());
                if (stored.size() <= MOST) {
                    tables.add(new RowTable(
                            kind,
                            field,
                            type,
                            stored.stream().map(RowTable::texts).toList()));
                }
            }
        }
        return tables;
    }

    private static Map<String, String> texts(Value.Row row) {
        var texts = new LinkedHashMap<String, String>();
        row.values().forEach((column, value) -> texts.put(column, value.text()));
        return texts;
    }

    /**
     * The same with what was entered.
     *
     * @param cell the text of a cell by its name; empty where the form has none
     */
    public RowTable entered(Function<String, Optional<String>> cell) {
        var entered = new ArrayList<Map<String, String>>();
        for (var row = 0;
                row < MOST + MORE && cell.apply(name(row, type.distinct())).isPresent();
                row++) {
            var texts = new LinkedHashMap<String, String>();
            for (var column : type.fields()) {
                texts.put(
                        column.name(),
                        cell.apply(name(row, column.name())).map(String::strip).orElse(""));
            }
            if (isGiven(texts)) {
                entered.add(texts);
            }
        }
        return new RowTable(kind, field, type, entered);
    }

    /** A cell that only says what is so anyway, or where the row stands, does not make a row. */
    private boolean isGiven(Map<String, String> texts) {
        return type.fields().stream().anyMatch(column -> {
            var text = texts.getOrDefault(column.name(), "");
            return !text.isEmpty()
                    && !(type.numbered() && column.name().equals(type.distinct()))
                    && !column.defaultValue()
                            .map(Value::text)
                            .filter(text::equals)
                            .isPresent();
        });
    }

    /** The rows as one text, to see whether they are others. */
    public String text() {
        var text = new StringBuilder();
        for (var row : rows) {
            type.fields()
                    .forEach(column ->
                            text.append(row.getOrDefault(column.name(), "")).append('|'));
            text.append('/');
        }
        return text.toString();
    }

    /** The rows, and what is wrong with them. */
    public Value.Rows read(String key, List<Problem> problems) {
        var read = new ArrayList<Value.Row>();
        for (var row : rows) {
            var values = new LinkedHashMap<String, Value>();
            for (var column : type.fields()) {
                var text = row.getOrDefault(column.name(), "");
                if (!text.isEmpty()) {
                    switch (column.type().read(text)) {
                        case Reading.Good(var value) -> values.put(column.name(), value);
                        case Reading.Fault(var message, var arguments) ->
                            problems.add(new Problem(kind.name(), key, field.name(), text, message, arguments));
                    }
                }
            }
            read.add(new Value.Row(values));
        }
        return new Value.Rows(read);
    }

    /** The columns' labels. */
    public List<String> columns(Texts texts) {
        return type.fields().stream()
                .map(column -> texts.label(kind.name(), field.name() + "." + column.name()))
                .toList();
    }

    /**
     * The cells, row by row, and those to add more.
     *
     * @param keys the keys of the objects a cell may refer to; empty where there are too many to choose among
     */
    public List<List<FormField>> cells(Texts texts, Function<String, List<String>> keys) {
        var cells = new ArrayList<List<FormField>>();
        for (var row = 0; row < Math.min(rows.size() + MORE, type.max()); row++) {
            var at = row;
            cells.add(type.fields().stream()
                    .map(column -> cell(at, column, texts, keys))
                    .toList());
        }
        return cells;
    }

    private FormField cell(int row, Field column, Texts texts, Function<String, List<String>> keys) {
        var options = options(column, texts, keys);
        var value = row < rows.size()
                ? rows.get(row).getOrDefault(column.name(), "")
                : column.defaultValue().map(Value::text).orElse("");
        return new FormField(
                name(row, column.name()),
                texts.label(kind.name(), field.name() + "." + column.name()) + " " + (row + 1),
                texts.help(kind.name(), field.name() + "." + column.name()),
                options.isEmpty() ? Kind.TEXT : Kind.CHOICE,
                options,
                value,
                List.of());
    }

    private static List<Option> options(Field column, Texts texts, Function<String, List<String>> keys) {
        var options = new ArrayList<Option>();
        if (column.defaultValue().isEmpty()) {
            options.add(new Option("", NOTHING));
        }
        if (column.type() instanceof FieldType.Reference(var target)) {
            keys.apply(target).forEach(key -> options.add(new Option(key, key)));
        } else {
            options.addAll(Option.of(column, texts));
        }
        return options.stream().allMatch(option -> option.value().isEmpty()) ? List.of() : options;
    }

    private String name(int row, String column) {
        return field.name() + "." + row + "." + column;
    }
}
