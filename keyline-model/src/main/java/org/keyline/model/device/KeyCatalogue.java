package org.keyline.model.device;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;

/**
 * What phones' keys are made of.
 *
 * @param softkeyTemplates by name, standard ones among them
 * @param buttonTemplates by name, standard ones among them
 */
public record KeyCatalogue(Map<String, SoftkeyTemplate> softkeyTemplates, Map<String, ButtonTemplate> buttonTemplates) {
    /** The standard ones alone. */
    public static final KeyCatalogue STANDARD = with(Map.of(), Map.of());

    /** The standard templates and these. */
    public static KeyCatalogue with(
            Map<String, SoftkeyTemplate> softkeyTemplates, Map<String, ButtonTemplate> buttonTemplates) {
        return new KeyCatalogue(
                both(softkeyTemplates, StandardSoftkeys.byName()), both(buttonTemplates, ButtonTemplate.allStandard()));
    }

    private static <T> Map<String, T> both(Map<String, T> own, Map<String, T> standard) {
        var all = new HashMap<>(own);
        all.putAll(standard);
        return Collections.unmodifiableMap(all);
    }
}
