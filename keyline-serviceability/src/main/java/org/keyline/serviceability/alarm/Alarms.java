package org.keyline.serviceability.alarm;

import java.util.Map;

/** Where services raise alarms. Never blocks; safe from any thread. */
public interface Alarms {
    /**
     * Raises an alarm.
     *
     * @param alarm the catalogue entry
     * @param parameters named facts that fill its text, for example {@code device}, {@code peer}; never a secret
     */
    void raise(AlarmDefinition alarm, Map<String, String> parameters);
}
