package org.keyline.callcontrol.call;

import java.util.List;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;

/**
 * The media termination point that a call's media goes through: two legs, each of which sends what the other receives.
 *
 * @param calling the leg that faces the calling party
 * @param called the leg that faces the called party
 */
public record Relay(Leg calling, Leg called) {
    /** The point as a party of the call. */
    public Terminal terminal() {
        return calling.terminal();
    }

    /** The leg that faces one side. */
    public Leg facing(Side side) {
        return side == Side.CALLING ? calling : called;
    }

    /** Both legs. */
    public List<Leg> legs() {
        return List.of(calling, called);
    }

    boolean has(CallReference leg) {
        return CallMachine.isOf(calling, leg) || CallMachine.isOf(called, leg);
    }
}
