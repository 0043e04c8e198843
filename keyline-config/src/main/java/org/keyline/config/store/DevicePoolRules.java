package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** A device pool has one SRST reference, or uses the default gateway, or has SRST disabled (spec SRST-27). */
record DevicePoolRules() implements Rules {
    @Override
    public List<Problem> check(
            ConfigObject pool, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        boolean both =
                pool.flag("srstDefaultGateway") && pool.value("srstReference").isPresent();
        return both
                ? List.of(new Problem(
                        pool.kind().name(), pool.key(), "srstDefaultGateway", "true", "problem.srstTwice", List.of()))
                : List.of();
    }
}
