package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.NumberRange;
import org.keyline.model.schema.Problem;

/** The numbers for phones that register themselves are a range, or there are none. */
record NodeRules() implements Rules {
    private static final String FIRST = "autoRegistrationFirst";
    private static final String LAST = "autoRegistrationLast";

    @Override
    public List<Problem> check(
            ConfigObject node, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var first = node.text(FIRST);
        var last = node.text(LAST);
        return (first.isEmpty() && last.isEmpty()) || NumberRange.isRange(first, last)
                ? List.of()
                : List.of(new Problem(
                        node.kind().name(), node.key(), LAST, last, "problem.autoRegistration", List.of(first)));
    }
}
