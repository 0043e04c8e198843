package org.keyline.config.store;

import java.util.ArrayList;
import java.util.List;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/** What patterns say of numbering plans makes sense only where they end with {@code @}. */
final class PlanRules {
    private static final String FILTER = "routeFilter";
    private static final String PLAN = "numberingPlan";
    private static final String DISCARD = "calledDiscard";
    private static final String LIST = "routeList";

    private PlanRules() {}

    static List<Problem> problems(ConfigObject pattern, Workspace workspace) {
        return pattern.text("pattern").endsWith("@") ? planned(pattern, workspace) : plain(pattern, workspace);
    }

    private static List<Problem> planned(ConfigObject pattern, Workspace workspace) {
        return pattern.value(FILTER).map(Value::text).flatMap(name -> workspace.now(Kinds.ROUTE_FILTER, name)).stream()
                .filter(filter -> !filter.text(PLAN).equals(pattern.text(PLAN)))
                .map(_ -> problem(pattern, FILTER, "problem.filterPlan"))
                .toList();
    }

    private static List<Problem> plain(ConfigObject pattern, Workspace workspace) {
        var problems = new ArrayList<Problem>();
        if (!pattern.text(FILTER).isEmpty()) {
            problems.add(problem(pattern, FILTER, "problem.filterWithoutPlan"));
        }
        var discard = pattern.text(DISCARD);
        if (!discard.isEmpty() && DigitDiscard.valueOf(discard).needsPlan()) {
            problems.add(problem(pattern, DISCARD, "problem.discardWithoutPlan"));
        }
        pattern.value(LIST)
                .map(Value::text)
                .flatMap(name -> workspace.now(Kinds.ROUTE_LIST, name))
                .filter(RouteListRules::needsPlan)
                .ifPresent(_ -> problems.add(problem(pattern, LIST, "problem.listWithoutPlan")));
        return problems;
    }

    private static Problem problem(ConfigObject pattern, String field, String message) {
        return new Problem(pattern.kind().name(), pattern.key(), field, pattern.text(field), message, List.of());
    }
}
