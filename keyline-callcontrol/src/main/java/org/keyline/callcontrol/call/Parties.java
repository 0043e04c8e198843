package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.model.security.SecurityClass;

/**
 * The two legs of a call.
 *
 * @param redirection how the call came to the called leg, unless it was called at first
 * @param relay what their media goes through, if it does not go directly
 */
public record Parties(Leg calling, Leg called, Optional<Redirection> redirection, Optional<Relay> relay) {
    /** Two that hear each other directly. */
    public Parties(Leg calling, Leg called, Optional<Redirection> redirection) {
        this(calling, called, redirection, Optional.empty());
    }

    public Leg leg(Side side) {
        return side == Side.CALLING ? calling : called;
    }

    /** Another leg on one side. */
    Parties with(Side side, Leg leg) {
        return side == Side.CALLING
                ? new Parties(leg, called, redirection, relay)
                : new Parties(calling, leg, redirection, relay);
    }

    /** The same two, with their media through this or directly. */
    Parties through(Optional<Relay> other) {
        return new Parties(calling, called, redirection, other);
    }

    /** How secure the call is when its media is up. */
    public SecurityClass security() {
        var one = calling.terminal();
        var other = called.terminal();
        return relay.map(point -> SecurityClassification.through(point.terminal(), one, other))
                .orElseGet(() -> SecurityClassification.of(one, other));
    }

    /** Both legs, the calling first. */
    public List<Leg> both() {
        return List.of(calling, called);
    }

    /** Which side a leg is, if it is of this call. */
    public Optional<Side> side(CallReference leg) {
        if (leg.equals(calling.reference())) {
            return Optional.of(Side.CALLING);
        }
        return leg.equals(called.reference()) ? Optional.of(Side.CALLED) : Optional.empty();
    }

    /** The call's class as phones show it now; both sides are told the same. */
    public Optional<SecurityClass> shown(boolean mediaUp) {
        return SecurityClassification.shown(security(), mediaUp);
    }

    /** What a side shows of the call. */
    CallParties seenFrom(Side side, boolean mediaUp) {
        return seenFrom(side, shown(mediaUp));
    }

    /** What a side shows of the call, where what it hears decides how secure that is. */
    CallParties seenFrom(Side side, Optional<SecurityClass> security) {
        return new CallParties(
                side == Side.CALLING ? Direction.OUTBOUND : Direction.INBOUND,
                calling.terminal().party(),
                called.terminal().party(),
                security,
                redirection);
    }
}
