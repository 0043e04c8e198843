package org.keyline.processing;

import java.util.Locale;
import java.util.ResourceBundle;
import org.keyline.callcontrol.registration.Refusal;

/** What a phone shows when it may not register: at most 31 bytes, whatever the language. */
final class RefusalTexts {
    private RefusalTexts() {}

    static String text(Refusal why, Locale locale) {
        var language = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        "org.keyline.processing.refusals",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(why.name());
    }
}
