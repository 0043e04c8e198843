package org.keyline.serviceability.counter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who knows the value of each counter. Complete: none of the catalogue is missing. */
public final class Counters {
    private final Map<PerfCounter, LongSupplier> values;

    private Counters(Map<PerfCounter, LongSupplier> values) {
        this.values = values;
    }

    /**
     * Counters that are read from {@code values}, on whatever thread asks.
     *
     * @throws IllegalArgumentException when a counter of the catalogue has none
     */
    public static Counters reading(Map<PerfCounter, LongSupplier> values) {
        var known = new LinkedHashMap<PerfCounter, LongSupplier>();
        for (var object : CounterCatalogue.objects()) {
            for (var counter : object.counters()) {
                var value = values.get(counter);
                if (value == null) {
                    throw new IllegalArgumentException("Nobody knows the value of " + counter);
                }
                known.put(counter, value);
            }
        }
        return new Counters(Collections.unmodifiableMap(known));
    }

    /** Every value as it is now, in the order of the catalogue. */
    public Map<PerfCounter, Long> read() {
        var now = new LinkedHashMap<PerfCounter, Long>();
        values.forEach((counter, value) -> now.put(counter, value.getAsLong()));
        return now;
    }
}
