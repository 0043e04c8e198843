package org.keyline.serviceability.counter;

import java.util.Locale;
import java.util.ResourceBundle;

/** What each counter means, in English and Japanese. */
public final class CounterTexts {
    private CounterTexts() {}

    /** A sentence about this counter, in Japanese or, for all other languages, in English. */
    public static String meaning(PerfCounter counter, Locale locale) {
        var language = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        "org.keyline.serviceability.counter.counters",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(counter.name());
    }
}
