package org.keyline.serviceability.counter;

/**
 * A counter.
 *
 * @param object the name of the object it belongs to
 * @param name its name, as PerfMon spells it
 * @param kind what its value is
 */
public record PerfCounter(String object, String name, Kind kind) {
    /** What a value is. */
    public enum Kind {
        /** So many now. */
        LEVEL,
        /** So many since the node started; it never falls. */
        TOTAL
    }
}
