package org.keyline.config.snapshot;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.ClientMatterCode;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.TimePeriod;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.schema.Kinds;

/** The part of {@link SnapshotState} that numbers and their routing are made of. */
record NumberPlanState(
        Map<String, TranslationPattern> translations,
        Map<String, HuntPilot> pilots,
        Map<String, HuntList> lists,
        Map<String, LineGroup> groups,
        RouteState routes,
        Map<String, PickupGroup> pickupGroups,
        Map<String, CallPark> parks,
        Map<String, DirectedCallPark> directedParks,
        Map<String, MeetMeNumber> meetMes,
        Map<String, TimePeriod> periods,
        Map<String, List<String>> schedules,
        Map<String, MessageWaitingNumber> messageWaiting,
        Map<String, AuthorizationCode> codes,
        Map<String, ClientMatterCode> matters) {

    static NumberPlanState load(Handle handle) {
        return new NumberPlanState(
                SnapshotState.all(handle, Kinds.TRANSLATION_PATTERN, NumberPlanRecords::translation),
                SnapshotState.all(handle, Kinds.HUNT_PILOT, NumberPlanRecords::huntPilot),
                SnapshotState.all(handle, Kinds.HUNT_LIST, NumberPlanRecords::huntList),
                SnapshotState.all(handle, Kinds.LINE_GROUP, NumberPlanRecords::lineGroup),
                RouteState.load(handle),
                SnapshotState.all(handle, Kinds.PICKUP_GROUP, NumberPlanRecords::pickupGroup),
                SnapshotState.all(handle, Kinds.CALL_PARK, NumberPlanRecords::callPark),
                SnapshotState.all(handle, Kinds.DIRECTED_CALL_PARK, NumberPlanRecords::directedCallPark),
                SnapshotState.all(handle, Kinds.MEET_ME_NUMBER, NumberPlanRecords::meetMe),
                SnapshotState.all(handle, Kinds.TIME_PERIOD, NumberPlanRecords::timePeriod),
                SnapshotState.all(handle, Kinds.TIME_SCHEDULE, NumberPlanState::periodNames),
                SnapshotState.all(handle, Kinds.MESSAGE_WAITING_NUMBER, NumberPlanRecords::messageWaiting),
                SnapshotState.all(handle, Kinds.AUTHORIZATION_CODE, NumberPlanRecords::authorizationCode),
                SnapshotState.all(handle, Kinds.CLIENT_MATTER_CODE, NumberPlanRecords::clientMatterCode));
    }

    NumberPlanState after(SnapshotState.Reader reader) {
        return new NumberPlanState(
                reader.merge(translations, Kinds.TRANSLATION_PATTERN, key -> key, NumberPlanRecords::translation),
                reader.merge(pilots, Kinds.HUNT_PILOT, key -> key, NumberPlanRecords::huntPilot),
                reader.merge(lists, Kinds.HUNT_LIST, key -> key, NumberPlanRecords::huntList),
                reader.merge(groups, Kinds.LINE_GROUP, key -> key, NumberPlanRecords::lineGroup),
                routes.after(reader),
                reader.merge(pickupGroups, Kinds.PICKUP_GROUP, key -> key, NumberPlanRecords::pickupGroup),
                reader.merge(parks, Kinds.CALL_PARK, key -> key, NumberPlanRecords::callPark),
                reader.merge(directedParks, Kinds.DIRECTED_CALL_PARK, key -> key, NumberPlanRecords::directedCallPark),
                reader.merge(meetMes, Kinds.MEET_ME_NUMBER, key -> key, NumberPlanRecords::meetMe),
                reader.merge(periods, Kinds.TIME_PERIOD, key -> key, NumberPlanRecords::timePeriod),
                reader.merge(schedules, Kinds.TIME_SCHEDULE, key -> key, NumberPlanState::periodNames),
                reader.merge(
                        messageWaiting, Kinds.MESSAGE_WAITING_NUMBER, key -> key, NumberPlanRecords::messageWaiting),
                reader.merge(codes, Kinds.AUTHORIZATION_CODE, key -> key, NumberPlanRecords::authorizationCode),
                reader.merge(matters, Kinds.CLIENT_MATTER_CODE, key -> key, NumberPlanRecords::clientMatterCode));
    }

    private static List<String> periodNames(ConfigObject schedule) {
        return schedule.names("periods");
    }

    NumberPlan plan() {
        return new NumberPlan(
                Collections.unmodifiableCollection(translations.values()),
                Collections.unmodifiableCollection(pilots.values()),
                Collections.unmodifiableMap(lists),
                Collections.unmodifiableMap(groups),
                routes.tables(),
                Collections.unmodifiableCollection(pickupGroups.values()),
                Collections.unmodifiableCollection(parks.values()),
                Collections.unmodifiableCollection(directedParks.values()),
                Collections.unmodifiableCollection(meetMes.values()),
                Collections.unmodifiableMap(schedulesWithPeriods()),
                Collections.unmodifiableCollection(messageWaiting.values()),
                Collections.unmodifiableMap(codes),
                Collections.unmodifiableMap(matters));
    }

    private Map<String, TimeSchedule> schedulesWithPeriods() {
        var complete = HashMap.<String, TimeSchedule>newHashMap(schedules.size());
        schedules.forEach((name, names) -> complete.put(
                name,
                new TimeSchedule(
                        name,
                        names.stream()
                                .map(period -> Optional.ofNullable(periods.get(period)))
                                .flatMap(Optional::stream)
                                .toList())));
        return complete;
    }
}
