package org.keyline.node.secure;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the guide says, in one language.
 *
 * @param locale the language
 */
record SecureTexts(Locale locale) {
    /** The text of a key with its arguments filled in. */
    @SuppressWarnings("FormatStringAnnotation") // the formats stand in the catalogue, where a test checks them
    String text(String key, Object... arguments) {
        return ResourceBundle.getBundle(
                        "org.keyline.node.secure.secure",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key)
                .formatted(arguments);
    }

    /** What a step is called. */
    String title(Step step) {
        return text(step.id() + ".title");
    }

    /** What a step saw. */
    String text(Step step, Seen seen) {
        return text(step.id() + "." + seen.key(), seen.facts().toArray());
    }
}
