package org.keyline.node.command;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, in the language of the terminal. */
public final class CommandTexts {
    private static final String PREFIX = "keyline.";
    private static final ResourceBundle BUNDLE = bundle(language());

    private CommandTexts() {}

    /** The language of the terminal: Japanese, or English for all others. */
    public static Locale language() {
        return Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }

    /** The catalogue, for the help texts. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.keyline.node.command.commands",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key with its arguments filled in. */
    @SuppressWarnings("FormatStringAnnotation") // the formats stand in the catalogue, where a test checks them
    public static String text(String key, Object... arguments) {
        return BUNDLE.getString(PREFIX + key).formatted(arguments);
    }
}
