package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.Enter;
import org.keyline.callcontrol.call.CallSignal.EntryGranted;
import org.keyline.callcontrol.call.CallSignal.EntryRefused;
import org.keyline.callcontrol.call.CallSignal.HandOver;
import org.keyline.callcontrol.call.CallSignal.HandedOver;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Fetching;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.dial.MeetMeNumber;

/**
 * Meet-me: a user opens a conference at a number, and who dials the number comes in. The opener's call is the
 * conference; each other caller's call asks at the room's door, and gives its caller away as {@link HandOvers} says
 * when they may come in. A room lives as long as anybody is in it, also its opener alone.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Dialling for MEET_ME</td><td>a meet-me number that is free</td><td>Conferring, alone</td><td>OpenRoom</td></tr>
 * <tr><td>Dialling for MEET_ME</td><td>one where people meet already, or another number</td><td>Failed</td><td>why</td></tr>
 * <tr><td>Dialling</td><td>a number where people meet</td><td>Fetching</td><td>Enter to the room</td></tr>
 * <tr><td>Dialling</td><td>one where nobody does</td><td>Failed</td><td>why</td></tr>
 * <tr><td>either</td><td>the caller's phone, or the bridge, is not secure enough</td><td>Failed</td><td>why</td></tr>
 * <tr><td>Conferring</td><td>Enter, there is room</td><td></td><td>EntryGranted</td></tr>
 * <tr><td>Conferring</td><td>Enter, there is none</td><td></td><td>EntryRefused</td></tr>
 * <tr><td>Fetching</td><td>EntryGranted</td><td>Leaving</td><td>the caller moves</td></tr>
 * <tr><td>Fetching</td><td>EntryRefused</td><td>Failed</td><td>why</td></tr>
 * <tr><td>Conferring</td><td>the caller arrives</td><td>Conferring</td><td>they have a seat; where another was faster
 * they are cleared</td></tr>
 * </table>
 */
final class MeetMes {
    private MeetMes() {}

    /** The number of a new meeting is complete. */
    static CallStep open(CallContext context, Dialling dialling, Route route, Effects effects) {
        var caller = dialling.caller();
        if (!(route.target() instanceof FeatureNumber.MeetMe(var range))) {
            return Fetches.refuse(caller, Phrase.MEET_ME_UNAVAILABLE, effects);
        }
        var number = number(route, range);
        proceed(caller, dialling.digits(), number, effects);
        if (!number.admits(caller.terminal())) {
            return Fetches.refuse(caller, Phrase.SECURITY_ERROR, effects);
        }
        return context.resources()
                .conferenceBridge(caller.terminal(), 1)
                .filter(number::admits)
                .map(bridge -> open(context, caller, number, bridge, effects))
                .orElseGet(() -> Fetches.refuse(caller, Phrase.NO_CONFERENCE_BRIDGE, effects));
    }

    private static CallStep open(CallContext context, Leg caller, MeetMe number, Terminal bridge, Effects effects) {
        var conference = Conference.meeting(context.references().next(), caller.reference(), number);
        if (!context.meetings().open(number, conference.reference())) {
            return Fetches.refuse(caller, Phrase.MEET_ME_UNAVAILABLE, effects);
        }
        effects.add(new CallEffect.OpenRoom(number, conference.reference()));
        return Seating.seated(
                context, bridge, conference, CallReference.NONE, List.of(new Member(caller, false)), 1, effects);
    }

    /** Somebody dialled a number at which people may meet. */
    static CallStep join(CallContext context, Dialling dialling, Route route, MeetMeNumber range, Effects effects) {
        var caller = dialling.caller();
        var number = number(route, range);
        var wanted = new Wanted.Meeting(number.number());
        proceed(caller, dialling.digits(), number, effects);
        if (!number.admits(caller.terminal())) {
            return Fetches.refuse(caller, Phrase.SECURITY_ERROR, effects);
        }
        return context.meetings()
                .room(number.key())
                .map(room -> effects.toCall(room, new Enter(room, caller.reference()))
                        .wait(CallTimer.JOIN)
                        .to(new Fetching(caller, wanted, room, false)))
                .orElseGet(() -> Fetches.inVain(caller, wanted, effects));
    }

    private static MeetMe number(Route route, MeetMeNumber range) {
        return new MeetMe(route.called(), range.partition(), range.minimumSecurity());
    }

    private static void proceed(Leg caller, String dialled, MeetMe number, Effects effects) {
        var shown = new CallParties(
                Direction.OUTBOUND, caller.terminal().party(), new Party(number.number(), ""), Optional.empty());
        effects.tell(new LegEvent.Proceeding(caller.reference(), dialled, shown));
    }

    /** Somebody is at the door. */
    static CallStep asked(CallContext context, Conference conference, Enter enter) {
        var answer = objection(context, conference)
                .<CallSignal>map(why -> new EntryRefused(enter.from(), enter.room(), why))
                .orElseGet(() -> new EntryGranted(enter.from(), enter.room()));
        return new Effects().toCall(enter.from(), answer).to(new Conferring(conference));
    }

    private static Optional<Phrase> objection(CallContext context, Conference conference) {
        if (conference.seats().size() >= conference.most(context.features())) {
            return Optional.of(Phrase.TOO_MANY_PARTICIPANTS);
        }
        return conference.seats().isEmpty()
                        || !context.resources().hasSeat(conference.bridge().device())
                ? Optional.of(Phrase.NO_CONFERENCE_BRIDGE)
                : Optional.empty();
    }

    /** The caller may come in. */
    static CallStep granted(Fetching fetching) {
        if (fetching.left()) {
            return new Effects().waitNoMore().to(new Ended());
        }
        var caller = fetching.caller();
        return HandOvers.part(
                new HandOver(caller.reference(), fetching.other(), false), Arrival.of(caller), new Effects());
    }

    /** The caller may not. */
    static CallStep refused(Fetching fetching, Phrase why) {
        return fetching.left()
                ? new Effects().waitNoMore().to(new Ended())
                : Fetches.refuse(fetching.caller(), why, new Effects());
    }

    /** The caller is here. */
    static CallStep arrived(CallContext context, Conference conference, HandedOver handed) {
        var effects = new Effects().toCall(handed.from(), new CallSignal.TakenOver(handed.from()));
        var legs = handed.arrival().legs();
        if (objection(context, conference).isPresent()) {
            return effects.clear(legs).to(new Conferring(conference));
        }
        var seat = Seating.seat(context, conference.bridge(), conference.room(), legs.getFirst(), 1, effects);
        var entered =
                Seating.enter(context, conference, conference.plus(seat), List.of(seat), CallReference.NONE, effects);
        return Departures.settle(context, entered, effects);
    }
}
