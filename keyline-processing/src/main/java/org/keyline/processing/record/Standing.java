package org.keyline.processing.record;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.call.Relay;
import org.keyline.callcontrol.call.Routing;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.model.security.SecurityClass;

/**
 * What of a call's state goes into its record: who is in it, and how it came to them.
 *
 * @param calling the caller
 * @param called who is called, as soon as a device rings or answers
 * @param connected whether the called party answered
 * @param dialled the digits so far
 * @param routing the way of the call, before it is answered
 * @param redirection how it came to the called party
 * @param media the media between them
 * @param relay what it goes through, if it does not go directly
 */
record Standing(
        Leg calling,
        Optional<Leg> called,
        boolean connected,
        String dialled,
        Optional<Routing> routing,
        Optional<Redirection> redirection,
        Optional<Media> media,
        Optional<Relay> relay) {
    /** How a call stands; empty when it has not begun, is over, has one party only, or is another call's matter. */
    static Optional<Standing> of(CallState state) {
        return switch (state) {
            case CallState.Idle _,
                    CallState.Conferring _,
                    CallState.Parked _,
                    CallState.Leaving _,
                    CallState.Failed _,
                    CallState.Ended _ -> Optional.empty();
            case CallState.Fetching fetching -> Optional.of(dialling(fetching.caller(), ""));
            case CallState.Reserving(var caller, var slot) -> Optional.of(dialling(caller, slot.number()));
            case CallState.Dialling dialling -> Optional.of(dialling(dialling.caller(), dialling.digits()));
            case CallState.EnteringCode entering ->
                Optional.of(dialling(entering.caller(), entering.dialling().digits()));
            case CallState.Offering(var caller, var routing, var _) ->
                Optional.of(calling(caller, Optional.empty(), routing));
            case CallState.Ringing ringing ->
                Optional.of(calling(
                        ringing.caller(), ringing.rings().ringing().stream().findFirst(), ringing.routing()));
            case CallState.Talking(var parties, var media, var _) ->
                Optional.of(connected(parties, Optional.of(media)));
            case CallState.Barged barged ->
                Optional.of(connected(
                        barged.talking().parties(), Optional.of(barged.talking().media())));
            case CallState.OnHold onHold -> Optional.of(connected(onHold.parties(), Optional.empty()));
            case CallState.Joining joining ->
                Optional.of(connected(joining.before().parties(), Optional.empty()));
        };
    }

    private static Standing dialling(Leg caller, String digits) {
        return new Standing(
                caller,
                Optional.empty(),
                false,
                digits,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Standing calling(Leg caller, Optional<Leg> called, Routing routing) {
        return new Standing(
                caller,
                called,
                false,
                routing.dialled(),
                Optional.of(routing),
                routing.redirection(),
                Optional.empty(),
                Optional.empty());
    }

    private static Standing connected(Parties parties, Optional<Media> media) {
        return new Standing(
                parties.calling(),
                Optional.of(parties.called()),
                true,
                "",
                Optional.empty(),
                parties.redirection(),
                media,
                parties.relay());
    }

    /** The same with the digits of this signal: those that lead nowhere are in no state. */
    Standing dialling(CallSignal signal) {
        return switch (signal) {
            case CallSignal.Digit(var _, var key) -> dialled(dialled + key);
            case CallSignal.DialNumber(var _, var digits) -> dialled(digits);
            default -> this;
        };
    }

    private Standing dialled(String digits) {
        return new Standing(calling, called, connected, digits, routing, redirection, media, relay);
    }

    /** How secure the two are together while they hear each other; empty before somebody is called. */
    Optional<SecurityClass> security() {
        return called.map(leg -> new Parties(calling, leg, redirection, relay).security());
    }

    /** Whether these are the same two who spoke before. */
    boolean hasSameLegs(Standing other) {
        return calling.reference().equals(other.calling.reference())
                && called.map(Leg::reference).equals(other.called.map(Leg::reference));
    }

    /** Once answered, nothing says any more how the call was routed; this does. */
    Standing after(Standing before) {
        return new Standing(
                calling,
                called,
                connected,
                dialled.isEmpty() ? before.dialled : dialled,
                routing.or(before::routing),
                redirection,
                media.filter(session -> session.calling().address().isPresent()
                                || session.called().address().isPresent())
                        .or(before::media),
                relay);
    }
}
