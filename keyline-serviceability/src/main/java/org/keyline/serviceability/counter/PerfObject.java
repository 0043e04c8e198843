package org.keyline.serviceability.counter;

import java.util.List;
import java.util.Optional;

/**
 * Counters of one subject, in PerfMon's word an object, in the command line's a class.
 *
 * @param name its name
 * @param guideName what the troubleshooting guide calls it; found under this name too
 * @param counters what belongs to it
 */
public record PerfObject(String name, String guideName, List<PerfCounter> counters) {
    public PerfObject {
        counters = List.copyOf(counters);
    }

    /** Whether it is called so; upper and lower case are the same. */
    public boolean isCalled(String asked) {
        return name.equalsIgnoreCase(asked) || guideName.equalsIgnoreCase(asked);
    }

    /** Its counter of this name; upper and lower case are the same. */
    public Optional<PerfCounter> counter(String asked) {
        return counters.stream()
                .filter(counter -> counter.name().equalsIgnoreCase(asked))
                .findFirst();
    }
}
