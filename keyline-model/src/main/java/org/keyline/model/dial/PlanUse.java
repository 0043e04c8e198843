package org.keyline.model.dial;

import java.util.Optional;

/**
 * What {@code @} stands for in a pattern.
 *
 * @param plan the numbering plan's name
 * @param filter the name of the route filter that says which of its numbers; without one, all
 */
public record PlanUse(String plan, Optional<String> filter) {
    /** The name of the North American Numbering Plan. */
    public static final String DEFAULT_PLAN = "NANP";

    /** Every number of the North American Numbering Plan. */
    public static final PlanUse NANP = new PlanUse(DEFAULT_PLAN, Optional.empty());

    /** The same with a route filter. */
    public PlanUse filtered(String name) {
        return new PlanUse(plan, Optional.of(name));
    }
}
