package org.keyline.serviceability.alarm;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** An alarm as it was raised. */
public record RaisedAlarm(long number, Instant at, AlarmDefinition alarm, Map<String, String> parameters) {
    public RaisedAlarm {
        parameters = Map.copyOf(parameters);
    }

    /** Its text in a language. */
    public String text(Locale locale) {
        return AlarmTexts.text(alarm, parameters, locale);
    }
}
