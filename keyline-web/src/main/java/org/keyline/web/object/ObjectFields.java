package org.keyline.web.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.web.form.EditedFields;
import org.keyline.web.form.FormField;
import org.keyline.web.form.FormField.Kind;
import org.keyline.web.form.FormField.Option;

/**
 * The fields of an object, or of one to be added, as its page shows them.
 *
 * @param kind its kind
 * @param object the stored object; empty for a new one
 * @param texts the reader's language
 * @param keys the keys of the objects a field may refer to; empty where there are too many to choose among
 */
public record ObjectFields(
        ObjectKind kind, Optional<ConfigObject> object, Texts texts, Function<String, List<String>> keys)
        implements EditedFields {
    private static final String NOTHING = "—";

    /** The fields with what was entered, or what is stored, and what is wrong with it. */
    public List<FormField> fields(Map<String, String> entered, List<Problem> problems) {
        return editable().map(field -> field(field, entered, problems)).toList();
    }

    /** Rows cannot be written as one text; they keep what they hold. */
    private Stream<Field> editable() {
        return kind.fields().values().stream().filter(field -> !(field.type() instanceof FieldType.Rows));
    }

    private FormField field(Field field, Map<String, String> entered, List<Problem> problems) {
        var options = options(field);
        return new FormField(
                field.name(),
                texts.label(kind.name(), field.name()),
                texts.help(kind.name(), field.name()),
                kind(field, options),
                options,
                field.secret()
                        ? ""
                        : Optional.ofNullable(entered.get(field.name())).orElseGet(() -> stored(field.name())),
                problems.stream()
                        .filter(problem -> problem.field().equals(field.name()))
                        .map(problem -> problem.text(texts))
                        .toList());
    }

    private static Kind kind(Field field, List<Option> options) {
        if (field.secret()) {
            return Kind.SECRET;
        }
        return options.isEmpty() ? Kind.of(field) : Kind.CHOICE;
    }

    private List<Option> options(Field field) {
        if (!(field.type() instanceof FieldType.Reference(var target))) {
            return Option.of(field, texts);
        }
        var options = new ArrayList<Option>();
        if (!field.required()) {
            options.add(new Option("", NOTHING));
        }
        var known = keys.apply(target);
        known.forEach(key -> options.add(new Option(key, key)));
        return known.isEmpty() ? List.of() : options;
    }

    @Override
    public List<String> names() {
        return editable().map(Field::name).toList();
    }

    /**
     * For a new object what it is when nothing is given. A secret is not shown, so an empty field leaves it as it is.
     */
    @Override
    public String stored(String name) {
        if (kind.field(name).filter(Field::secret).isPresent()) {
            return "";
        }
        return object.isPresent()
                ? object.get().text(name)
                : kind.field(name).flatMap(Field::defaultValue).map(Value::text).orElse("");
    }

    @Override
    public String shown(String name) {
        return kind.field(name)
                .map(field ->
                        field.type() instanceof FieldType.Rows type ? rows(type, name) : shown(field, stored(name)))
                .orElse("");
    }

    private String shown(Field field, String value) {
        return Option.of(field, texts).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** Rows one after the other, without the numbers of their places. */
    private String rows(FieldType.Rows type, String name) {
        return object.map(found -> found.rows(name)).orElse(List.of()).stream()
                .map(row -> row(type, row))
                .collect(Collectors.joining("; "));
    }

    private String row(FieldType.Rows type, Value.Row row) {
        return type.fields().stream()
                .filter(column -> !(type.numbered() && column.name().equals(type.distinct())))
                .flatMap(column ->
                        Stream.ofNullable(row.values().get(column.name())).map(value -> shown(column, value.text())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The stored value of every field. */
    public Map<String, String> storedValues() {
        var values = new LinkedHashMap<String, String>();
        names().forEach(name -> values.put(name, stored(name)));
        return values;
    }
}
