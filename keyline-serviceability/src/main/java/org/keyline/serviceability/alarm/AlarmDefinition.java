package org.keyline.serviceability.alarm;

/**
 * An entry of the alarm catalogue.
 *
 * @param name its name as operators and tools know it, for example {@code DeviceTransientConnection}
 * @param severity how bad it is
 * @param key the key of its text in the message catalogue
 */
public record AlarmDefinition(String name, Severity severity, String key) {
    /** Severities in the order of syslog, most severe first. */
    public enum Severity {
        EMERGENCY,
        ALERT,
        CRITICAL,
        ERROR,
        WARNING,
        NOTICE,
        INFORMATIONAL,
        DEBUGGING
    }
}
