package org.keyline.config.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;

/**
 * What numbers lead to, beside lines.
 *
 * @param translations every translation pattern
 * @param huntPilots every hunt pilot
 * @param huntLists by name
 * @param lineGroups by name
 * @param routes what leads out
 * @param pickupGroups every pickup group
 * @param parks every range of park numbers
 * @param directedParks every range of directed park numbers
 * @param meetMes every range of meet-me numbers
 * @param timeSchedules by name, with their periods
 * @param messageWaiting every number that says of messages
 * @param authorizationCodes by name
 * @param clientMatterCodes by code
 */
public record NumberPlan(
        Collection<TranslationPattern> translations,
        Collection<HuntPilot> huntPilots,
        Map<String, HuntList> huntLists,
        Map<String, LineGroup> lineGroups,
        RouteTables routes,
        Collection<PickupGroup> pickupGroups,
        Collection<CallPark> parks,
        Collection<DirectedCallPark> directedParks,
        Collection<MeetMeNumber> meetMes,
        Map<String, TimeSchedule> timeSchedules,
        Collection<MessageWaitingNumber> messageWaiting,
        Map<String, AuthorizationCode> authorizationCodes,
        Map<String, ClientMatterCode> clientMatterCodes) {
    /** Lines only. */
    public static final NumberPlan EMPTY = new NumberPlan(
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            RouteTables.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of());
}
