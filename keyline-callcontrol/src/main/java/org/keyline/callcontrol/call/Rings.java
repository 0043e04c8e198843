package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;

/**
 * The devices a call was offered to, all at once.
 *
 * @param asked those that have not replied
 * @param ringing those that ring, the first first
 * @param refusal why the others do not: busy, where one of them is
 */
public record Rings(List<CallReference> asked, List<Leg> ringing, Optional<Cause> refusal) {
    public Rings {
        asked = List.copyOf(asked);
        ringing = List.copyOf(ringing);
    }

    static Rings of(List<CallReference> asked) {
        return new Rings(asked, List.of(), Optional.empty());
    }

    boolean isAsked(CallReference leg) {
        return asked.contains(leg);
    }

    /** The leg, if it rings. */
    Optional<Leg> ringing(CallReference leg) {
        return ringing.stream().filter(found -> CallMachine.isOf(found, leg)).findFirst();
    }

    /** Whether nobody rings and nobody will. */
    boolean isOver() {
        return asked.isEmpty() && ringing.isEmpty();
    }

    Rings withRinging(Leg leg) {
        var more = new ArrayList<>(ringing);
        more.add(leg);
        return new Rings(without(asked, leg.reference()), more, refusal);
    }

    Rings withRefusal(CallReference leg, Cause cause) {
        var left =
                ringing.stream().filter(found -> !CallMachine.isOf(found, leg)).toList();
        var why = refusal.filter(Cause.USER_BUSY::equals).orElse(cause);
        return new Rings(without(asked, leg), left, Optional.of(why));
    }

    /** Every leg. */
    public List<CallReference> references() {
        var all = new ArrayList<>(asked);
        ringing.forEach(leg -> all.add(leg.reference()));
        return all;
    }

    private static List<CallReference> without(List<CallReference> legs, CallReference leg) {
        return legs.stream().filter(other -> !other.equals(leg)).toList();
    }
}
