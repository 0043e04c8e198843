package org.keyline.trust.srst;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What this package says to administrators. */
final class SrstTexts {
    private SrstTexts() {}

    static String text(Locale locale, String key, Object... arguments) {
        var language = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        var bundle = ResourceBundle.getBundle(
                "org.keyline.trust.srst.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }
}
