package org.keyline.lab.demo;

import java.util.Locale;
import java.util.ResourceBundle;

/** The demonstration's texts in the user's language, English or Japanese. */
final class DemoTexts {
    private static final ResourceBundle.Control NO_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale language;

    DemoTexts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("org.keyline.lab.demo.messages", language, NO_DEFAULT);
    }

    /** The language of the terminal, as the shell says it. */
    static DemoTexts ofTerminal() {
        for (var variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var value = System.getenv(variable);
            if (value != null && !value.isEmpty()) {
                return new DemoTexts(value.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH);
            }
        }
        return new DemoTexts(Locale.ENGLISH);
    }

    /** A text with its places filled. */
    String text(String key, Object... values) {
        return String.format(language, bundle.getString(key), values);
    }
}
