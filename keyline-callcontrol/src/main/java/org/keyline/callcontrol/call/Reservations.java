package org.keyline.callcontrol.call;

import java.util.List;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.location.Bandwidth;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;

/**
 * Gives back the bandwidth of locations that a step of a call has no use for any more. Whoever opens media reserves;
 * nobody has to remember to give back: what a leg has reserved follows from the call's state. A leg that goes to
 * another call has given back before that call hears of it, so that the other's reservation is never taken for the one
 * before.
 */
final class Reservations {
    private Reservations() {}

    /**
     * After one step of the call machine.
     *
     * @param music what is played since before the step; who listens keeps what that reserved
     */
    static void giveBack(Bandwidth bandwidth, CallState before, CallChange change, List<Played> music) {
        var after = change.next().state();
        for (var leg : legs(before)) {
            giveBack(bandwidth, leg, after, music);
        }
        for (var effect : change.effects()) {
            if (effect instanceof Tell(LegEvent.Media(var leg, OpenReceive _))) {
                giveBack(bandwidth, leg, after, music);
            }
        }
    }

    private static void giveBack(Bandwidth bandwidth, CallReference leg, CallState state, List<Played> music) {
        if (!legs(state).contains(leg) && music.stream().noneMatch(played -> played.isHeardBy(leg))) {
            bandwidth.release(leg);
        }
    }

    /** After what was played to a leg is over. */
    static void giveBack(Bandwidth bandwidth, CallState state, Played over) {
        giveBack(bandwidth, over.listener().reference(), state, List.of());
    }

    /** Those whose media in a conversation runs, or is about to. */
    private static List<CallReference> legs(CallState state) {
        return switch (state) {
            case Talking(var parties, var _, var _) ->
                List.of(parties.calling().reference(), parties.called().reference());
            case Barged(var talking, var guest, var _, var _, var _) ->
                List.of(
                        talking.parties().calling().reference(),
                        talking.parties().called().reference(),
                        guest.reference());
            case Conferring(var conference) ->
                conference.seats().stream()
                        .filter(seat -> !seat.isHeld())
                        .map(seat -> seat.leg().reference())
                        .toList();
            case CallState _ -> List.of();
        };
    }
}
