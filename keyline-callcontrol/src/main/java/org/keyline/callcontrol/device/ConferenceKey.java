package org.keyline.callcontrol.device;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;

/**
 * The conference key: pressed in a call it holds the call and gives dial tone for another; pressed again in that one,
 * all three confer, and so on with a fourth. The first call has the user's ear again from the second press on.
 *
 * <table>
 * <caption>What it does to the call it means</caption>
 * <tr><th>the call</th><th>then</th></tr>
 * <tr><td>connected, begun for no conference, its line has room</td><td>it is held, a call for a conference
 * begins</td></tr>
 * <tr><td>a conference that somebody else made; or no room</td><td>Explain: key not active</td></tr>
 * <tr><td>begun for a conference, connected</td><td>Confer; it is JOINING, the first RESUMING</td></tr>
 * <tr><td>else</td><td>nothing</td></tr>
 * </table>
 *
 * <p>Beside it are the keys that show who confers and send them out; of those that are for the controller alone others
 * see that they are not active.
 */
final class ConferenceKey {
    private ConferenceKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        if (leg.phase() != LegPhase.CONNECTED) {
            return;
        }
        leg.consultation()
                .filter(found -> found.purpose() == Purpose.CONFERENCE)
                .flatMap(found -> desk.state().leg(found.first()))
                .filter(first -> first.phase() == LegPhase.HELD)
                .ifPresentOrElse(first -> complete(desk, first, leg), () -> begin(desk, leg));
    }

    private static void begin(Desk desk, DeviceLeg leg) {
        if (leg.parties().conference().equals(Optional.of(ConferenceRole.PARTICIPANT))) {
            desk.notActive(leg);
        } else {
            Consultation.begin(desk, leg, Purpose.CONFERENCE);
        }
    }

    private static void complete(Desk desk, DeviceLeg first, DeviceLeg second) {
        add(desk, first.reference(), List.of(second.reference()));
    }

    /** The far ends of other calls come into this one; only the first of them may have the user's ear. */
    static void add(Desk desk, CallReference host, List<CallReference> others) {
        others.stream()
                .flatMap(other -> desk.state().leg(other).stream())
                .filter(DeviceLeg::isActive)
                .forEach(other -> desk.become(desk.state().with(other.in(LegPhase.JOINING))));
        desk.state()
                .leg(host)
                .filter(leg -> leg.phase() == LegPhase.HELD)
                .ifPresent(leg -> desk.become(
                        desk.state().with(leg.in(LegPhase.RESUMING).withSpeaker(UserActions.speaker(desk)))));
        desk.tellCall(host, CallSignal.Confer.all(host, others));
    }

    /** The controller sends the last who came out of the conference. */
    static void removeLast(Desk desk, DeviceLeg leg) {
        if (leg.parties().conference().equals(Optional.of(ConferenceRole.CONTROLLER))) {
            desk.tellCall(leg.reference(), new CallSignal.Drop(leg.reference(), Optional.empty()));
        } else {
            desk.notActive(leg);
        }
    }

    /** Who is in the conference. */
    static void list(Desk desk, DeviceLeg leg) {
        if (leg.parties().conference().isPresent()) {
            desk.tellCall(leg.reference(), new CallSignal.ListParticipants(leg.reference()));
        } else {
            desk.notActive(leg);
        }
    }

    /** The controller chose somebody of that list to send out, and sees who is left. */
    static void remove(Desk desk, DeviceLeg leg, CallReference participant) {
        desk.tellCall(leg.reference(), new CallSignal.Drop(leg.reference(), Optional.of(participant)));
        desk.tellCall(leg.reference(), new CallSignal.ListParticipants(leg.reference()));
    }

    /** The call does not become what the user wanted: both are as they were. */
    static void refused(Desk desk, DeviceLeg first, Phrase why) {
        if (first.phase() == LegPhase.RESUMING) {
            desk.become(desk.state().with(first.in(LegPhase.HELD)).joiningNoMore());
        }
        desk.explain(first, why);
        desk.settle();
    }
}
