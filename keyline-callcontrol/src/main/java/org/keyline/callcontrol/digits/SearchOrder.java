package org.keyline.callcontrol.digits;

import java.util.Optional;

/**
 * Where a caller's digits are looked up: first the partitions of the line's calling search space, then those of the
 * device's, last the partition without a name.
 */
public record SearchOrder(Optional<String> line, Optional<String> device) {}
