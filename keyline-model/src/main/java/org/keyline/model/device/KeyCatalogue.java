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
 */
public record KeyCatalogue(Map<String, SoftkeyTemplate> softkeyTemplates) {
    /** The standard ones alone. */
    public static final KeyCatalogue STANDARD = new KeyCatalogue(StandardSoftkeys.byName());

    /** The standard templates and these. */
    public static KeyCatalogue with(Map<String, SoftkeyTemplate> softkeyTemplates) {
        var all = new HashMap<>(softkeyTemplates);
        all.putAll(StandardSoftkeys.byName());
        return new KeyCatalogue(Collections.unmodifiableMap(all));
    }
}
