package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.RouteFilter.Operator;
import org.keyline.model.numbering.NumberingPlans;
import org.keyline.model.numbering.PlanNumbers;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/**
 * Rules of route filters: values are where they are needed and can be read, a clause speaks of a tag once, there are
 * numbers that satisfy it, and the patterns that use the filter have its numbering plan.
 */
record RouteFilterRules() implements Rules {
    private static final String CONDITIONS = "conditions";
    private static final String PLAN = "numberingPlan";

    @Override
    public List<Problem> check(
            ConfigObject filter, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        var rows = filter.rows(CONDITIONS);
        for (var i = 0; i < rows.size(); i++) {
            value(filter, CONDITIONS + "[" + (i + 1) + "].value", rows.get(i)).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            twice(filter).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            problems.addAll(impossible(filter));
        }
        if (before.filter(old -> !old.text(PLAN).equals(filter.text(PLAN))).isPresent()) {
            otherPlan(filter, workspace).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> value(ConfigObject filter, String path, Value.Row row) {
        var value = RouteFilterClauses.text(row, "value");
        if (Operator.valueOf(RouteFilterClauses.text(row, "operator")) != Operator.EQUALS) {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(problem(filter, path, "problem.filterNoValue", value));
        }
        return isPattern(value) ? Optional.empty() : Optional.of(problem(filter, path, "problem.filterValue", value));
    }

    private static boolean isPattern(String value) {
        try {
            return !DigitPattern.parse(value).steps().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<Problem> twice(ConfigObject filter) {
        var seen = new HashSet<String>();
        return filter.rows(CONDITIONS).stream()
                .filter(row -> !seen.add(RouteFilterClauses.clause(row) + RouteFilterClauses.text(row, "tag")))
                .findFirst()
                .map(row -> problem(
                        filter,
                        CONDITIONS,
                        "problem.filterTwice",
                        NumberTag.valueOf(RouteFilterClauses.text(row, "tag")).text()));
    }

    private static List<Problem> impossible(ConfigObject filter) {
        var plan = NumberingPlans.named(filter.text(PLAN)).orElseThrow();
        return RouteFilterClauses.of(filter).byNumber().entrySet().stream()
                .filter(clause ->
                        PlanNumbers.of(plan, List.of(clause.getValue())).isEmpty())
                .map(clause -> problem(
                        filter,
                        CONDITIONS,
                        "problem.filterEmpty",
                        clause.getKey().toString()))
                .toList();
    }

    private static Optional<Problem> otherPlan(ConfigObject filter, Workspace workspace) {
        return Stream.of(Kinds.ROUTE_PATTERN, Kinds.TRANSLATION_PATTERN)
                .flatMap(kind -> workspace.allNow(kind).stream())
                .filter(pattern -> pattern.text("routeFilter").equals(filter.key()))
                .filter(pattern -> !pattern.text(PLAN).equals(filter.text(PLAN)))
                .findFirst()
                .map(pattern -> problem(filter, PLAN, "problem.filterUsed", pattern.key()));
    }

    private static Problem problem(ConfigObject filter, String field, String message, String about) {
        return new Problem(filter.kind().name(), filter.key(), field, about, message, List.of());
    }
}
