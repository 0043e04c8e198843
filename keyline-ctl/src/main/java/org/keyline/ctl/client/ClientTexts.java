package org.keyline.ctl.client;

import java.util.Locale;
import java.util.ResourceBundle;
import org.keyline.ctl.CtlMessage;

/**
 * The labels of the CTL client in one language.
 *
 * @param locale the language
 */
public record ClientTexts(Locale locale) {
    /** The label of a key with its arguments filled in. */
    @SuppressWarnings("FormatStringAnnotation") // the formats stand in the catalogue, where a test checks them
    public String text(String key, Object... arguments) {
        return ResourceBundle.getBundle(
                        "org.keyline.ctl.client.client",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key)
                .formatted(arguments);
    }

    /** A message of the catalogue. */
    public String text(CtlMessage message) {
        return message.text(locale);
    }
}
