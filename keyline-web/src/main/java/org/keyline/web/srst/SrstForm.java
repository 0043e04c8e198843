package org.keyline.web.srst;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;

/** The fields of an SRST reference that a form has: all but the certificate, which only a decision changes. */
public final class SrstForm {
    /** A field as the form shows it. */
    public record Entry(String name, String label, String help, String value, boolean isSwitch, List<String> problems) {
        public Entry {
            problems = List.copyOf(problems);
        }
    }

    private static final List<Field> FIELDS = Kinds.SRST_REFERENCE.fields().values().stream()
            .filter(field -> !field.name().equals("certificate"))
            .toList();

    private SrstForm() {}

    /** The names of the fields. */
    public static List<String> names() {
        return FIELDS.stream().map(Field::name).toList();
    }

    /** What a new reference has. */
    public static Map<String, String> ofNew() {
        return values(field -> Kinds.SRST_REFERENCE
                .field(field)
                .flatMap(Field::defaultValue)
                .map(value -> value.text())
                .orElse(""));
    }

    /** The value of each field. */
    public static Map<String, String> values(Function<String, String> value) {
        var values = new LinkedHashMap<String, String>();
        names().forEach(name -> values.put(name, value.apply(name)));
        return values;
    }

    /** The fields with what was entered, and what is wrong with it. */
    public static List<Entry> entries(Map<String, String> entered, List<Problem> problems, Texts texts) {
        var kind = Kinds.SRST_REFERENCE.name();
        return FIELDS.stream()
                .map(field -> new Entry(
                        field.name(),
                        texts.label(kind, field.name()),
                        texts.help(kind, field.name()),
                        entered.getOrDefault(field.name(), ""),
                        field.type() instanceof FieldType.Switch,
                        problems.stream()
                                .filter(problem -> problem.field().equals(field.name()))
                                .map(problem -> problem.text(texts))
                                .toList()))
                .toList();
    }
}
