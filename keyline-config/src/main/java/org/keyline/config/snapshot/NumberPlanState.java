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
        Records<String, TranslationPattern> translations,
        Records<String, HuntPilot> pilots,
        Records<String, HuntList> lists,
        Records<String, LineGroup> groups,
        RouteState routes,
        Records<String, PickupGroup> pickupGroups,
        Records<String, CallPark> parks,
        Records<String, DirectedCallPark> directedParks,
        Records<String, MeetMeNumber> meetMes,
        Records<String, TimePeriod> periods,
        Records<String, List<String>> schedules,
        Records<String, MessageWaitingNumber> messageWaiting,
        Records<String, AuthorizationCode> codes,
        Records<String, ClientMatterCode> matters) {

    static NumberPlanState load(Handle handle) {
        return new NumberPlanState(
                Records.load(handle, Kinds.TRANSLATION_PATTERN, NumberPlanRecords::translation),
                Records.load(handle, Kinds.HUNT_PILOT, NumberPlanRecords::huntPilot),
                Records.load(handle, Kinds.HUNT_LIST, NumberPlanRecords::huntList),
                Records.load(handle, Kinds.LINE_GROUP, NumberPlanRecords::lineGroup),
                RouteState.load(handle),
                Records.load(handle, Kinds.PICKUP_GROUP, NumberPlanRecords::pickupGroup),
                Records.load(handle, Kinds.CALL_PARK, NumberPlanRecords::callPark),
                Records.load(handle, Kinds.DIRECTED_CALL_PARK, NumberPlanRecords::directedCallPark),
                Records.load(handle, Kinds.MEET_ME_NUMBER, NumberPlanRecords::meetMe),
                Records.load(handle, Kinds.TIME_PERIOD, NumberPlanRecords::timePeriod),
                Records.load(handle, Kinds.TIME_SCHEDULE, NumberPlanState::periodNames),
                Records.load(handle, Kinds.MESSAGE_WAITING_NUMBER, NumberPlanRecords::messageWaiting),
                Records.load(handle, Kinds.AUTHORIZATION_CODE, NumberPlanRecords::authorizationCode),
                Records.load(handle, Kinds.CLIENT_MATTER_CODE, NumberPlanRecords::clientMatterCode));
    }

    NumberPlanState after(Records.Changes changes) {
        return new NumberPlanState(
                translations.after(changes),
                pilots.after(changes),
                lists.after(changes),
                groups.after(changes),
                routes.after(changes),
                pickupGroups.after(changes),
                parks.after(changes),
                directedParks.after(changes),
                meetMes.after(changes),
                periods.after(changes),
                schedules.after(changes),
                messageWaiting.after(changes),
                codes.after(changes),
                matters.after(changes));
    }

    private static List<String> periodNames(ConfigObject schedule) {
        return schedule.names("periods");
    }

    NumberPlan plan() {
        return new NumberPlan(
                translations.all(),
                pilots.all(),
                lists.byKey(),
                groups.byKey(),
                routes.tables(),
                pickupGroups.all(),
                parks.all(),
                directedParks.all(),
                meetMes.all(),
                Collections.unmodifiableMap(schedulesWithPeriods()),
                messageWaiting.all(),
                codes.byKey(),
                matters.byKey());
    }

    private Map<String, TimeSchedule> schedulesWithPeriods() {
        var complete =
                HashMap.<String, TimeSchedule>newHashMap(schedules.byKey().size());
        schedules
                .byKey()
                .forEach((name, names) -> complete.put(
                        name,
                        new TimeSchedule(
                                name,
                                names.stream()
                                        .map(period -> Optional.ofNullable(
                                                periods.byKey().get(period)))
                                        .flatMap(Optional::stream)
                                        .toList())));
        return complete;
    }
}
