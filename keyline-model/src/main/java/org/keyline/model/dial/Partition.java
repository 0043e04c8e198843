package org.keyline.model.dial;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A named set of patterns; a caller reaches those in the partitions of its calling search space.
 *
 * @param timeSchedule when it is there; always, where it has none
 * @param timeZone whose clock the schedule goes by; the caller's, where none is given
 */
public record Partition(String name, String description, Optional<String> timeSchedule, Optional<ZoneId> timeZone) {
    /** The partition without a name, reachable by everyone. */
    public static final String NONE = "";

    /** A partition that is always there. */
    public Partition(String name, String description) {
        this(name, description, Optional.empty(), Optional.empty());
    }
}
