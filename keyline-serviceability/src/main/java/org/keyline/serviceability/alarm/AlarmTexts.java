package org.keyline.serviceability.alarm;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the texts of the alarm catalogue. */
public final class AlarmTexts {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private AlarmTexts() {}

    /** The alarm's text in a language (English where there is none), a missing parameter shown as {@code ?}. */
    public static String text(AlarmDefinition alarm, Map<String, String> parameters, Locale locale) {
        return PARAMETER
                .matcher(template(alarm, locale))
                .replaceAll(match -> Matcher.quoteReplacement(parameters.getOrDefault(match.group(1), "?")));
    }

    static String template(AlarmDefinition alarm, Locale locale) {
        var language = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        "org.keyline.serviceability.alarm.alarms",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(alarm.key());
    }
}
