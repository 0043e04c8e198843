package org.keyline.web.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.web.form.EditedFields;
import org.keyline.web.form.FormField;
import org.keyline.web.form.FormField.Kind;
import org.keyline.web.form.FormField.Option;

/**
 * The service parameters of a service as its page shows them.
 *
 * @param parameters the stored parameters
 * @param texts the reader's language
 */
public record ParameterFields(ConfigObject parameters, Texts texts) implements EditedFields {
    /**
     * A parameter and what a change of it asks for.
     *
     * @param field the parameter
     * @param after what must be restarted or reset after a change; empty where it takes effect at once
     */
    public record Row(FormField field, List<String> after) {
        public Row {
            after = List.copyOf(after);
        }
    }

    /** The parameters with what was entered, or what is stored, and what is wrong with it. */
    public List<Row> rows(Map<String, String> entered, List<Problem> problems) {
        return parameters.kind().fields().values().stream()
                .map(field -> new Row(field(field, entered, problems), after(field)))
                .toList();
    }

    private FormField field(Field field, Map<String, String> entered, List<Problem> problems) {
        var kind = parameters.kind().name();
        return new FormField(
                field.name(),
                texts.label(kind, field.name()),
                texts.help(kind, field.name()),
                field.secret() ? Kind.SECRET : Kind.of(field),
                Option.of(field, texts),
                field.secret()
                        ? ""
                        : Optional.ofNullable(entered.get(field.name())).orElseGet(() -> stored(field.name())),
                problems.stream()
                        .filter(problem -> problem.field().equals(field.name()))
                        .map(problem -> problem.text(texts))
                        .toList());
    }

    private List<String> after(Field field) {
        return field.after().stream()
                .sorted()
                .filter(after -> after != AfterChange.NOTHING)
                .map(after -> texts.text("after." + after))
                .toList();
    }

    @Override
    public List<String> names() {
        return List.copyOf(parameters.kind().fields().keySet());
    }

    /** A secret that is stored is not shown, so an empty field leaves it as it is. */
    @Override
    public String stored(String name) {
        return isSecret(name) ? "" : parameters.text(name);
    }

    private boolean isSecret(String name) {
        return parameters.kind().field(name).filter(Field::secret).isPresent();
    }

    @Override
    public String shown(String name) {
        return parameters.kind().field(name).stream()
                .flatMap(field -> Option.of(field, texts).stream())
                .filter(option -> option.value().equals(stored(name)))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> stored(name));
    }

    /** The stored value of every parameter that may be shown. */
    public Map<String, String> storedValues() {
        var values = new LinkedHashMap<String, String>();
        names().stream().filter(name -> !isSecret(name)).forEach(name -> values.put(name, stored(name)));
        return values;
    }
}
