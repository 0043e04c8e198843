package org.keyline.web.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.schema.Value;

/**
 * A button template on its page.
 *
 * @param name its name as entered
 * @param description free text
 * @param model the model it is for
 * @param rows its buttons
 */
public record ButtonForm(String name, String description, PhoneModel model, List<Row> rows) {
    /**
     * One button.
     *
     * @param position from 1
     * @param function what it does, as its value
     * @param label the text beside it
     * @param isFixed whether it is a key of the model
     */
    public record Row(int position, String function, String label, boolean isFixed) {}

    public ButtonForm {
        rows = List.copyOf(rows);
    }

    /** The form of a template with another name. */
    public static ButtonForm of(ButtonTemplate template, String name, String description) {
        var model = PhoneModels.byName(template.model()).orElseThrow();
        return of(name, description, model, position -> {
            boolean isThere = position <= template.buttons().size();
            var button =
                    isThere ? template.buttons().get(position - 1) : new ButtonTemplate.Button(ButtonFunction.NEXT, "");
            return new Row(position, button.function().name(), button.label(), ButtonLayouts.isFixed(model, position));
        });
    }

    /** What was entered in the form of a model. */
    public static ButtonForm entered(Function<String, String> given, PhoneModel model) {
        return of(
                given.apply("name"),
                given.apply("description"),
                model,
                position -> new Row(
                        position,
                        ButtonLayouts.isFixed(model, position)
                                ? ButtonLayouts.of(model).get(position - 1).name()
                                : given.apply("function." + position),
                        given.apply("label." + position),
                        ButtonLayouts.isFixed(model, position)));
    }

    private static ButtonForm of(String name, String description, PhoneModel model, Function<Integer, Row> row) {
        var rows = new ArrayList<Row>();
        int all = Math.min(ButtonLayouts.MOST, ButtonLayouts.of(model).size() + ExpansionModule.mostButtons(model));
        for (int position = 1; position <= all; position++) {
            rows.add(row.apply(position));
        }
        return new ButtonForm(name, description, model, rows);
    }

    /** The buttons of the phone itself. */
    public List<Row> own() {
        return rows.subList(0, ButtonLayouts.of(model).size());
    }

    /** The buttons of expansion modules. */
    public List<Row> ofModules() {
        return rows.subList(ButtonLayouts.of(model).size(), rows.size());
    }

    /** Whether one of them is something particular. */
    public boolean usesModules() {
        return !ofModules().stream().allMatch(ButtonForm::isNext);
    }

    /** The buttons as they are stored: up to the last that is not the next line or speed dial. */
    public Value.Rows buttons() {
        int last = rows.size();
        while (last > ButtonLayouts.of(model).size() && isNext(rows.get(last - 1))) {
            last--;
        }
        return new Value.Rows(
                rows.subList(0, last).stream().map(ButtonForm::value).toList());
    }

    private static boolean isNext(Row row) {
        return row.function().equals(ButtonFunction.NEXT.name()) && row.label().isEmpty();
    }

    private static Value.Row value(Row row) {
        var values = new LinkedHashMap<String, Value>();
        values.put("position", Value.of(row.position()));
        values.put("function", Value.of(row.function()));
        values.put("label", Value.of(row.label()));
        return new Value.Row(values);
    }

    /** Every field that differs from what is stored. */
    public Map<String, Value> changes(ConfigObject stored) {
        var changes = new LinkedHashMap<String, Value>();
        if (!stored.text("name").equals(name)) {
            changes.put("name", Value.of(name));
        }
        if (!stored.text("description").equals(description)) {
            changes.put("description", Value.of(description));
        }
        if (!stored.value("buttons").filter(buttons()::equals).isPresent()) {
            changes.put("buttons", buttons());
        }
        return changes;
    }

    /** All fields of a new template. */
    public Map<String, Value> values() {
        return Map.of(
                "name", Value.of(name),
                "description", Value.of(description),
                "model", Value.of(model.name()),
                "buttons", buttons());
    }
}
