package org.keyline.callcontrol.digits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;

/** A dial plan put together in a test. Its caller searches in the space {@code caller}. */
final class Plan {
    static final SearchOrder CALLER = new SearchOrder(Optional.of("caller"), Optional.empty());

    private final List<Line> lines = new ArrayList<>();
    private final List<TranslationPattern> translations = new ArrayList<>();
    private final List<HuntPilot> pilots = new ArrayList<>();
    private final Map<String, HuntList> lists = new HashMap<>();
    private final Map<String, LineGroup> groups = new HashMap<>();
    private final List<RoutePattern> routes = new ArrayList<>();
    private final Map<String, RouteFilter> filters = new HashMap<>();
    private FeatureNumbers features = FeatureNumbers.NONE;
    private final Map<String, CallingSearchSpace> spaces = new HashMap<>();
    private final Map<String, Partition> partitions = new HashMap<>();
    private final Map<String, TimeSchedule> schedules = new HashMap<>();

    Plan line(String number, String partition) {
        lines.add(new Line(new DirectoryNumber(number), partition, "", "", Optional.empty()));
        return this;
    }

    Plan translate(TranslationPattern pattern) {
        translations.add(pattern);
        return this;
    }

    Plan pilot(HuntPilot pilot, HuntList list, LineGroup... ofList) {
        pilots.add(pilot);
        lists.put(list.name(), list);
        for (var group : ofList) {
            groups.put(group.name(), group);
        }
        return this;
    }

    /** A way out by the gateway {@code GW}. */
    Plan route(RoutePattern pattern) {
        routes.add(pattern);
        return this;
    }

    Plan filter(String name, Condition... together) {
        filters.put(name, new RouteFilter(name, "", PlanUse.DEFAULT_PLAN, List.of(new Clause(List.of(together)))));
        return this;
    }

    static RoutePattern out(String pattern, String partition) {
        return RoutePattern.of(pattern, partition, new RoutePattern.Way.Device("GW"));
    }

    Plan features(FeatureNumbers numbers) {
        features = numbers;
        return this;
    }

    Plan space(String name, String... reached) {
        spaces.put(name, new CallingSearchSpace(name, "", List.of(reached)));
        return this;
    }

    Plan partition(Partition partition) {
        partitions.put(partition.name(), partition);
        return this;
    }

    Plan schedule(TimeSchedule schedule) {
        schedules.put(schedule.name(), schedule);
        return this;
    }

    DialPlan compile() {
        return DialPlan.compile(
                Numbering.with(lines, List.of(), spaces)
                        .translating(translations)
                        .hunting(pilots, lists, groups)
                        .scheduled(partitions, schedules)
                        .routing(new RouteTables(routes, Map.of(), Map.of(), filters))
                        .featuring(features)
                        .build(),
                () -> Instant.EPOCH);
    }

    Analysis dial(String digits) {
        return compile().analyse(CALLER, digits);
    }

    /** The route of digits that match and need no more. */
    Route route(String digits) {
        return switch (dial(digits)) {
            case Analysis.Matched(var route) -> route;
            case Analysis.NeedMore more -> throw new AssertionError(digits + " need more: " + more);
            case Analysis.Unmatched _ -> throw new AssertionError(digits + " match nothing");
        };
    }

    /** The line a route leads to. */
    static String line(Route route) {
        return switch (route.target()) {
            case Destination(var line, var _) -> line.number().digits() + "@" + line.partition();
            case Target.Hunt _, Target.Outside _, FeatureNumber _, Target.Refusal _ ->
                throw new AssertionError("No line: " + route.target());
        };
    }
}
