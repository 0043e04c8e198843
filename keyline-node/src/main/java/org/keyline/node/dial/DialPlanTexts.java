package org.keyline.node.dial;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the dialled number analyser says, in the language of the page or of the terminal. */
record DialPlanTexts(ResourceBundle bundle) {
    static DialPlanTexts in(Locale language) {
        return new DialPlanTexts(ResourceBundle.getBundle(
                "org.keyline.node.dial.dialplan",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    @SuppressWarnings("FormatStringAnnotation") // the formats stand in the catalogue
    String text(String key, Object... arguments) {
        return bundle.getString(key).formatted(arguments);
    }
}
