package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.park.ParkSlot;

/**
 * What comes from another call: one leg that calls, talks or holds, or all that ring, or a slot for a leg.
 *
 * @param legs the legs
 * @param where how they stand
 * @param routing how the call came to those who ring, or went where it rang
 * @param generation of the last media session, so that the next one is told apart from it
 * @param slot where somebody shall be parked
 */
public record Arrival(List<Leg> legs, Where where, Optional<Routing> routing, int generation, Optional<ParkSlot> slot) {
    public Arrival {
        legs = List.copyOf(legs);
    }

    /** One leg. */
    static Arrival of(Leg leg, Where where, int generation) {
        return new Arrival(List.of(leg), where, Optional.empty(), generation, Optional.empty());
    }

    /** A caller who comes to where people meet. */
    static Arrival of(Leg caller) {
        return of(caller, Where.CALLING, 0);
    }

    /** Who called, taken from where it rings. */
    static Arrival of(Leg caller, Routing routing) {
        return new Arrival(
                List.of(caller), Where.CALLING, Optional.of(routing), routing.generation(), Optional.empty());
    }

    /** All that ring. */
    static Arrival of(List<Leg> ringing, Routing routing) {
        return new Arrival(ringing, Where.RINGING, Optional.of(routing), routing.generation(), Optional.empty());
    }

    /** Nobody: the leg that is left shall be parked there. */
    static Arrival of(ParkSlot slot) {
        return new Arrival(List.of(), Where.PARKING, Optional.empty(), 0, Optional.of(slot));
    }

    /** How legs stand when they leave their call. */
    public enum Where {
        /** It hears ring-back. */
        CALLING,
        RINGING,
        TALKING,
        HOLDING,
        /** There is none; the one who stays goes into a slot. */
        PARKING
    }
}
