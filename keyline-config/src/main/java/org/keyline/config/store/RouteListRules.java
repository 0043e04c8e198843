package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;

/** Rules of route lists: parts of a numbering plan's number are discarded for patterns that have an {@code @} only. */
record RouteListRules() implements Rules {
    private static final String PLAN_SIGN = "@";

    @Override
    public List<Problem> check(
            ConfigObject list, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        if (!needsPlan(list)) {
            return List.of();
        }
        return workspace.allNow(Kinds.ROUTE_PATTERN).stream()
                .filter(pattern -> pattern.text("routeList").equals(list.key()))
                .filter(pattern -> !pattern.text("pattern").endsWith(PLAN_SIGN))
                .limit(1)
                .map(pattern -> new Problem(
                        list.kind().name(),
                        list.key(),
                        "members",
                        pattern.text("pattern"),
                        "problem.discardOfList",
                        List.of()))
                .toList();
    }

    /** Whether one of its members discards parts of a numbering plan's number. */
    static boolean needsPlan(ConfigObject list) {
        return list.rows("members").stream()
                .map(row -> RouteFilterClauses.text(row, "calledDiscard"))
                .anyMatch(discard ->
                        !discard.isEmpty() && DigitDiscard.valueOf(discard).needsPlan());
    }
}
