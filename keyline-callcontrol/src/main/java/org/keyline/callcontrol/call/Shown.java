package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Parked;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;

/**
 * How a call that is up looks from one of its legs.
 *
 * @param parties who is in it
 * @param held whether that leg holds it
 */
public record Shown(CallParties parties, boolean held) {
    /** Nothing, unless the call is up and the leg is in it. */
    static Optional<Shown> of(CallState state, CallReference leg) {
        if (state instanceof Talking talking) {
            return talking.parties()
                    .side(leg)
                    .map(side -> new Shown(
                            talking.parties().seenFrom(side, talking.media().isUp()), false));
        }
        if (state instanceof Barged barged) {
            return barged.talking().parties().side(leg).map(side -> new Shown(barged.seenFrom(side), false));
        }
        if (state instanceof Joining joining) {
            return of(joining.before(), leg);
        }
        if (state instanceof Parked parked) {
            return parked.parties()
                    .side(leg)
                    .map(side -> new Shown(parked.parties().seenFrom(side, false), parked.held() && parked.isOf(leg)));
        }
        if (state instanceof OnHold onHold) {
            return onHold.parties()
                    .side(leg)
                    .map(side -> new Shown(
                            onHold.parties().seenFrom(side, false),
                            onHold.holders().contains(side)));
        }
        if (state instanceof Conferring(var conference)) {
            return conference.seat(leg).map(seat -> new Shown(conference.seenBy(seat), seat.isHeld()));
        }
        return Optional.empty();
    }
}
