package org.keyline.callcontrol.digits;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Where a caller's digits are looked up: first the partitions of the line's calling search space, then those of the
 * device's, last the partition without a name.
 *
 * @param zone the clock at the caller's, for partitions that are there at some times only
 */
public record SearchOrder(Optional<String> line, Optional<String> device, ZoneId zone) {
    /** For a caller whose clock shows UTC. */
    public SearchOrder(Optional<String> line, Optional<String> device) {
        this(line, device, ZoneOffset.UTC);
    }
}
