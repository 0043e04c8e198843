package org.keyline.model.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.keys.ButtonFunction;

/**
 * What each button of a phone is.
 *
 * @param name its name
 * @param model name of the model it is for
 * @param buttons in order; buttons behind the last take the phone's further lines and speed dials
 */
public record ButtonTemplate(String name, String model, List<Button> buttons) {
    private static final Map<String, ButtonTemplate> STANDARD = standard();

    /**
     * One button.
     *
     * @param function what it does
     * @param label the text beside a feature's button; empty is the feature's own
     */
    public record Button(ButtonFunction function, String label) {}

    public ButtonTemplate {
        buttons = List.copyOf(buttons);
    }

    /** The standard template of a model. */
    public static ButtonTemplate standard(PhoneModel model) {
        return new ButtonTemplate(
                "Standard " + model.name(),
                model.name(),
                ButtonLayouts.of(model).stream()
                        .map(function -> new Button(function, ""))
                        .toList());
    }

    private static Map<String, ButtonTemplate> standard() {
        var templates = new LinkedHashMap<String, ButtonTemplate>();
        for (var model : PhoneModels.all()) {
            var template = standard(model);
            templates.put(template.name(), template);
        }
        return Collections.unmodifiableMap(templates);
    }

    /** The standard templates of all models by name. */
    public static Map<String, ButtonTemplate> allStandard() {
        return STANDARD;
    }
}
