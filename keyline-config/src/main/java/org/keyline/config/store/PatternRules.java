package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;

/**
 * Rules of what is reached by a pattern: the pattern can be read, a range of slots has few enough, what is forwarded
 * has a number, and what leads out has one way.
 */
record PatternRules() implements Rules {
    private static final String PATTERN = "pattern";
    private static final List<ObjectKind> SLOTS =
            List.of(Kinds.CALL_PARK, Kinds.DIRECTED_CALL_PARK, Kinds.MEET_ME_NUMBER);

    @Override
    public List<Problem> check(
            ConfigObject object, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        if (object.text(PATTERN).isEmpty()) {
            if (object.text("partition").isEmpty()) {
                problems.add(problem(object, PATTERN, "problem.hotLinePattern"));
            }
        } else if (pattern(object).isEmpty() && !SLOTS.contains(object.kind())) {
            problems.add(problem(object, PATTERN, "problem.pattern"));
        }
        if (SLOTS.contains(object.kind())
                && pattern(object).filter(PatternRules::isRange).isEmpty()) {
            problems.add(problem(object, PATTERN, "problem.parkRange"));
        }
        if (object.kind().equals(Kinds.HUNT_PILOT)) {
            numberIsThere(object, "noAnswer", problems);
            numberIsThere(object, "busy", problems);
        }
        if (object.kind().equals(Kinds.ROUTE_PATTERN)
                && object.text("routeList").isEmpty() == object.text("device").isEmpty()) {
            problems.add(problem(object, "routeList", "problem.routeTarget"));
        }
        problems.addAll(PlanRules.problems(object, workspace));
        return problems;
    }

    private static boolean isRange(DigitPattern pattern) {
        return !pattern.anyLength() && pattern.breadth(pattern.steps().size()) <= CallPark.MOST_SLOTS;
    }

    private static void numberIsThere(ConfigObject pilot, String when, List<Problem> problems) {
        var number = when + "Number";
        if (pilot.text(when + "Forward").equals("NUMBER") && pilot.text(number).isEmpty()) {
            problems.add(problem(pilot, number, "problem.forwardNumber"));
        }
    }

    private static Problem problem(ConfigObject object, String field, String message) {
        return new Problem(object.kind().name(), object.key(), field, object.text(field), message, List.of());
    }

    private static Optional<DigitPattern> pattern(ConfigObject object) {
        return parsed(object.text(PATTERN));
    }

    private static Optional<DigitPattern> parsed(String text) {
        try {
            return Optional.of(DigitPattern.parse(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Tells of a pattern in the same partition that is exactly as close for some numbers. */
    @Override
    public List<Notice> notices(ConfigObject object, Optional<ConfigObject> before, Workspace workspace) {
        var pattern = pattern(object);
        if (workspace.isBulk() || pattern.isEmpty()) {
            return List.of();
        }
        var notices = new ArrayList<Notice>();
        for (var kind : PatternSpace.wildcardKinds()) {
            workspace.eachStoredKey(
                    kind,
                    key -> PatternSpace.patternOf(key, object.text("partition"))
                            .filter(_ -> !key.equals(object.key()))
                            .filter(text ->
                                    parsed(text).filter(pattern.get()::tiesWith).isPresent())
                            .ifPresent(text -> notices.add(new Notice(
                                    object.kind().name(), object.key(), "notice.patternOverlap", List.of(text)))));
        }
        return notices;
    }
}
