package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;

/**
 * Legs that come from another call: one that talks or holds, or all that ring.
 *
 * @param legs the legs
 * @param where how they stand
 * @param routing how the call came to them, while they ring
 * @param generation of the last media session, so that the next one is told apart from it
 */
public record Arrival(List<Leg> legs, Where where, Optional<Routing> routing, int generation) {
    public Arrival {
        legs = List.copyOf(legs);
    }

    /** How legs stand when they leave their call. */
    public enum Where {
        RINGING,
        TALKING,
        HOLDING
    }
}
