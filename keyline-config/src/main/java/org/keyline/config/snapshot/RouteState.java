package org.keyline.config.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** The part of {@link NumberPlanState} that leads out. */
record RouteState(
        Records<String, RoutePattern> patterns,
        Records<String, RouteList> lists,
        Records<String, RouteGroup> groups,
        Records<String, RouteFilter> filters) {
    static RouteState load(Handle handle) {
        return new RouteState(
                Records.load(handle, Kinds.ROUTE_PATTERN, RouteState::pattern),
                Records.load(handle, Kinds.ROUTE_LIST, RouteState::list),
                Records.load(handle, Kinds.ROUTE_GROUP, RouteState::group),
                Records.load(handle, Kinds.ROUTE_FILTER, RouteFilterRecords::filter));
    }

    RouteState after(Records.Changes changes) {
        return new RouteState(
                patterns.after(changes), lists.after(changes), groups.after(changes), filters.after(changes));
    }

    RouteTables tables() {
        return new RouteTables(patterns.all(), lists.byKey(), groups.byKey(), filters.byKey());
    }

    private static RoutePattern pattern(ConfigObject pattern) {
        return new RoutePattern(
                pattern.text("pattern"),
                pattern.text("partition"),
                pattern.text("description"),
                RouteFilterRecords.numbers(pattern),
                pattern.value("routeList")
                        .<RoutePattern.Way>map(list -> new RoutePattern.Way.List(list.text()))
                        .orElseGet(() -> new RoutePattern.Way.Device(pattern.text("device"))),
                pattern.text("classification").equals("OFF_NET"),
                NumberPlanRecords.called(pattern),
                NumberPlanRecords.calling(pattern),
                NumberPlanRecords.treatment(pattern));
    }

    private static RouteGroup group(ConfigObject group) {
        return new RouteGroup(
                group.text("name"),
                RouteGroup.Distribution.valueOf(group.text("distribution")),
                inOrder(group.rows("devices")).map(row -> text(row, "device")).toList());
    }

    private static RouteList list(ConfigObject list) {
        return new RouteList(
                list.text("name"),
                list.text("description"),
                list.flag("enabled"),
                inOrder(list.rows("members")).map(RouteState::member).toList());
    }

    private static Stream<Value.Row> inOrder(List<Value.Row> rows) {
        return rows.stream().sorted(Comparator.comparingInt(row -> Integer.parseInt(text(row, "position"))));
    }

    /** A change of which nothing is given is the pattern's. */
    private static RouteList.Member member(Value.Row row) {
        return new RouteList.Member(
                text(row, "routeGroup"),
                isGiven(row, "calledDiscard", "calledMask", "calledPrefix")
                        ? Optional.of(called(row))
                        : Optional.empty(),
                isGiven(row, "callingExternalMask", "callingMask", "callingPrefix")
                        ? Optional.of(calling(row))
                        : Optional.empty());
    }

    private static CalledTransformation called(Value.Row row) {
        var discard = text(row, "calledDiscard");
        return new CalledTransformation(
                discard.isEmpty() ? DigitDiscard.NONE : DigitDiscard.valueOf(discard),
                text(row, "calledMask"),
                text(row, "calledPrefix"));
    }

    private static CallingTransformation calling(Value.Row row) {
        return new CallingTransformation(
                text(row, "callingExternalMask").equals("ON"), text(row, "callingMask"), text(row, "callingPrefix"));
    }

    private static boolean isGiven(Value.Row row, String... fields) {
        return Stream.of(fields).anyMatch(field -> !text(row, field).isEmpty());
    }

    private static String text(Value.Row row, String field) {
        return Optional.ofNullable(row.values().get(field)).map(Value::text).orElse("");
    }
}
