package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/**
 * Rules of phone button templates and of the phones that use them: the first button is a line, no more buttons than the
 * model has with all its modules, fixed keys stay what they are, and modules fit the phone.
 */
record ButtonRules() implements Rules {
    private static final String BUTTONS = "buttons";

    /** A new template has the buttons of the model's standard one. */
    @Override
    public Map<String, Value> defaults(Map<String, Value> given, Workspace workspace) {
        return Optional.ofNullable(given.get("model"))
                .flatMap(model -> PhoneModels.byName(model.text()))
                .map(model -> Map.<String, Value>of(BUTTONS, rows(ButtonTemplate.standard(model))))
                .orElse(Map.of());
    }

    private static Value.Rows rows(ButtonTemplate template) {
        var rows = new ArrayList<Value.Row>();
        for (var button : template.buttons()) {
            var values = new LinkedHashMap<String, Value>();
            values.put("position", Value.of(rows.size() + 1L));
            values.put("function", Value.of(button.function()));
            values.put("label", Value.of(button.label()));
            rows.add(new Value.Row(values));
        }
        return new Value.Rows(rows);
    }

    @Override
    public List<Problem> check(
            ConfigObject template, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        PhoneModels.byName(template.text("model")).ifPresent(model -> {
            buttons(template, model, problems);
            sameModel(template, before, workspace, problems);
        });
        return problems;
    }

    private static void buttons(ConfigObject template, PhoneModel model, List<Problem> problems) {
        var layout = ButtonLayouts.of(model);
        int most = Math.min(ButtonLayouts.MOST, layout.size() + ExpansionModule.mostButtons(model));
        var rows = template.rows(BUTTONS);
        for (int i = 0; i < rows.size(); i++) {
            int position = ConfigObject.number(rows.get(i).values(), "position");
            var function = Optional.ofNullable(rows.get(i).values().get("function"))
                    .map(Value::text)
                    .orElse("");
            var path = BUTTONS + "[" + (i + 1) + "].";
            if (position > most) {
                problems.add(problem(
                        template,
                        path + "position",
                        Integer.toString(position),
                        "problem.buttonTooMany",
                        model.name(),
                        Integer.toString(most)));
            } else if (position == 1 && !function.equals(ButtonFunction.LINE.name())) {
                problems.add(problem(template, path + "function", function, "problem.buttonFirst"));
            } else if (ButtonLayouts.isFixed(model, position)
                    && !function.equals(layout.get(position - 1).name())) {
                problems.add(problem(
                        template,
                        path + "function",
                        function,
                        "problem.buttonFixed",
                        Integer.toString(position),
                        model.name(),
                        layout.get(position - 1).name()));
            } else if (!ButtonLayouts.isFixed(model, position) && !isOffered(function)) {
                problems.add(problem(template, path + "function", function, "problem.buttonKey"));
            }
        }
    }

    private static boolean isOffered(String function) {
        for (var offered : ButtonFunction.values()) {
            if (offered.name().equals(function)) {
                return offered.isOffered();
            }
        }
        return false;
    }

    /** Phones that use a template are of its model. */
    private static void sameModel(
            ConfigObject template, Optional<ConfigObject> before, Workspace workspace, List<Problem> problems) {
        if (before.filter(was -> !was.text("model").equals(template.text("model")))
                .isPresent()) {
            References.usersIn(workspace.handle(), Kinds.PHONE, template.kind(), template.key()).stream()
                    .findFirst()
                    .ifPresent(phone -> problems.add(
                            problem(template, "model", template.text("model"), "problem.buttonModelUsed", phone)));
        }
    }

    /** What is wrong with the buttons and modules of a phone. */
    static List<Problem> checkPhone(ConfigObject phone, PhoneModel model, Workspace workspace) {
        var problems = new ArrayList<Problem>();
        phone.value("buttonTemplate").map(Value::text).ifPresent(name -> {
            var of = Optional.ofNullable(ButtonTemplate.allStandard().get(name))
                    .map(ButtonTemplate::model)
                    .or(() -> workspace.now(Kinds.PHONE_BUTTON_TEMPLATE, name).map(template -> template.text("model")));
            if (of.filter(other -> !other.equals(model.name())).isPresent()) {
                problems.add(problem(
                        phone, "buttonTemplate", name, "problem.buttonTemplateModel", of.orElseThrow(), model.name()));
            }
        });
        modules(phone, model, problems);
        return problems;
    }

    private static void modules(ConfigObject phone, PhoneModel model, List<Problem> problems) {
        var series = "";
        var rows = phone.rows("modules");
        for (int i = 0; i < rows.size(); i++) {
            var name = Optional.ofNullable(rows.get(i).values().get("module"))
                    .map(Value::text)
                    .orElse("");
            var module = ExpansionModule.named(name);
            if (module.isEmpty()) {
                continue;
            }
            var path = "modules[" + (i + 1) + "].module";
            if (!module.get().fits(model)) {
                problems.add(problem(phone, path, name, "problem.moduleModel", model.name()));
            } else if (!series.isEmpty() && !series.equals(module.get().series())) {
                problems.add(problem(phone, path, name, "problem.moduleMixed"));
            }
            series = module.get().series();
        }
    }

    private static Problem problem(
            ConfigObject object, String field, String value, String message, String... arguments) {
        return new Problem(object.kind().name(), object.key(), field, value, message, List.of(arguments));
    }
}
