package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * How bad an alarm is (Alarm).
 *
 * @param number the number on the wire
 */
public record AlarmSeverity(int number) implements CodePoint {
    private static final OpenSet<AlarmSeverity> SET = new OpenSet<>(AlarmSeverity::new);

    /** Critical. */
    public static final AlarmSeverity CRITICAL = SET.add(0, "critical");

    /** Warning. */
    public static final AlarmSeverity WARNING = SET.add(1, "warning");

    /** Informational. */
    public static final AlarmSeverity INFORMATIONAL = SET.add(2, "informational");

    /** Unknown. */
    public static final AlarmSeverity UNKNOWN = SET.add(4, "unknown");

    /** Major. */
    public static final AlarmSeverity MAJOR = SET.add(7, "major");

    /** Minor. */
    public static final AlarmSeverity MINOR = SET.add(8, "minor");

    /** Marginal. */
    public static final AlarmSeverity MARGINAL = SET.add(10, "marginal");

    /** Trace info. */
    public static final AlarmSeverity TRACE_INFO = SET.add(20, "trace info");

    /** The member with this number, known or not. */
    public static AlarmSeverity of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<AlarmSeverity> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
