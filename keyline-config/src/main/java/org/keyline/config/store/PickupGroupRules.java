package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** Rules of pickup groups: none is among its own other groups. */
record PickupGroupRules() implements Rules {
    private static final String OTHERS = "others";

    @Override
    public List<Problem> check(
            ConfigObject group, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        return group.names(OTHERS).contains(group.key())
                ? List.of(new Problem(
                        group.kind().name(), group.key(), OTHERS, group.key(), "problem.pickupGroupItself", List.of()))
                : List.of();
    }
}
