package org.keyline.callcontrol.call;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.Drop;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.ListParticipants;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;

/**
 * Conferences: a held call takes over the far end of another call of the same phone, as in a transfer, and the user
 * stays. All media goes to a bridge then; see {@link ConferenceMedia}. Who comes is the matter of {@link Newcomers} and
 * {@link Seating}, who leaves of {@link Departures}, a bridge that is lost of {@link BridgeLoss}.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>OnHold by the user</td><td>Confer</td><td>Joining</td><td>the other call is asked for its leg; without a
 * bridge ConferenceRefused</td></tr>
 * <tr><td>Joining</td><td>the leg arrives</td><td>Conferring</td><td>all have a seat; media opens to the bridge</td></tr>
 * <tr><td>Conferring</td><td>Confer, room for one more</td><td>Conferring</td><td>the other call is asked</td></tr>
 * <tr><td>Conferring</td><td>Transfer by who holds</td><td>Conferring</td><td>the other call is asked; what arrives has
 * the user's seat</td></tr>
 * <tr><td>Conferring</td><td>a leg arrives</td><td>Conferring</td><td>it has a seat; who asked is back</td></tr>
 * <tr><td>Conferring</td><td>Hold, Resume</td><td>Conferring</td><td>that party's media closes, opens</td></tr>
 * <tr><td>Conferring</td><td>HOLD_REVERSION expires</td><td>Conferring</td><td>see {@link Reversions}</td></tr>
 * <tr><td>Conferring</td><td>Drop by the controller</td><td></td><td>as if that party left</td></tr>
 * <tr><td>Conferring</td><td>ListParticipants</td><td></td><td>Participants</td></tr>
 * <tr><td>Conferring</td><td>a party leaves, three stay, or anybody where people meet</td><td>Conferring</td><td></td></tr>
 * <tr><td>Conferring</td><td>a party leaves, two stay</td><td>Talking, OnHold</td><td>the bridge is left; media opens
 * between the two</td></tr>
 * <tr><td>Conferring</td><td>the controller leaves, where the system has it so</td><td>Ended</td><td>all are
 * cleared</td></tr>
 * <tr><td>Conferring</td><td>the bridge has no seat for one after all</td><td>Conferring</td><td>that one is
 * cleared; where the others are too few they go on alone</td></tr>
 * <tr><td>Conferring</td><td>the bridge is lost</td><td>Conferring, Talking</td><td>all move to another bridge; where
 * there is none the first two go on alone</td></tr>
 * </table>
 */
final class Conferences {
    private Conferences() {}

    static CallStep step(CallContext context, Conference conference, CallSignal signal) {
        return switch (signal) {
            case MediaReport report -> ConferenceMedia.reported(context, conference, report);
            case Hold(var leg, var _) -> hold(conference, leg);
            case Resume(var leg) -> resume(context, conference, leg);
            case Drop drop -> drop(context, conference, drop);
            case ListParticipants(var leg) when conference.seat(leg).isPresent() -> list(conference, leg);
            case LegEnd end
            when conference.seat(end.leg()).isPresent() ->
                Departures.left(context, conference, conference.seat(end.leg()).get(), end);
            case LegEnd end when conference.seatOfPort(end.leg()).isPresent() -> BridgeLoss.lost(context, conference);
            case Rejected(var leg, var _)
            when conference.seatOfPort(leg).isPresent() ->
                BridgeLoss.refused(
                        context, conference, conference.seatOfPort(leg).get());
            case Expired(var timer) when timer == CallTimer.MEDIA -> ConferenceMedia.late(context, conference);
            case Expired(var timer) when timer == CallTimer.JOIN -> Newcomers.refused(context, conference);
            case Expired(var timer) when timer == CallTimer.HOLD_REVERSION -> Reversions.remind(context, conference);
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ ->
                CallMachine.stay(new Conferring(conference));
        };
    }

    private static CallStep hold(Conference conference, CallReference leg) {
        var seat = conference.seat(leg).filter(found -> !found.isHeld());
        if (seat.isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        var effects = ConferenceMedia.close(seat.get(), EnumSet.allOf(Side.class), new Effects());
        var changed = conference.with(seat.get().held());
        effects.tell(new LegEvent.Held(leg, changed.seenBy(seat.get().held())));
        return ConferenceMedia.told(conference, changed, effects).to(new Conferring(changed));
    }

    private static CallStep resume(CallContext context, Conference conference, CallReference leg) {
        var seat = conference.seat(leg).filter(Seat::isHeld);
        if (seat.isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        if (!ConferenceMedia.mayResume(context, seat.get())) {
            return new Effects()
                    .tell(new LegEvent.Held(leg, conference.seenBy(seat.get())))
                    .tell(new LegEvent.FeatureRefused(leg, Phrase.NOT_ENOUGH_BANDWIDTH))
                    .to(new Conferring(conference));
        }
        var effects = new Effects();
        return Departures.settle(
                context,
                Seating.enter(
                        context, conference, conference, List.of(seat.get().next()), leg, effects),
                effects);
    }

    private static CallStep list(Conference conference, CallReference leg) {
        return new Effects()
                .tell(new LegEvent.Participants(leg, conference.participants(), conference.isControlledBy(leg)))
                .to(new Conferring(conference));
    }

    private static CallStep drop(CallContext context, Conference conference, Drop drop) {
        var who = conference.isControlledBy(drop.leg()) ? meant(conference, drop) : Optional.<Seat>empty();
        if (who.isEmpty()) {
            return new Effects()
                    .tell(new LegEvent.FeatureRefused(drop.leg(), Phrase.KEY_NOT_ACTIVE))
                    .to(new Conferring(conference));
        }
        var seat = who.get();
        return Departures.left(context, conference, seat, new Release(seat.leg().reference()));
    }

    private static Optional<Seat> meant(Conference conference, Drop drop) {
        return conference.seats().reversed().stream()
                .filter(seat -> !conference.isControlledBy(seat.leg().reference()))
                .filter(seat -> drop.participant()
                        .map(wanted -> CallMachine.isOf(seat.leg(), wanted))
                        .orElse(true))
                .findFirst();
    }
}
