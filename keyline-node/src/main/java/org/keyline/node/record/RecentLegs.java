package org.keyline.node.record;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.processing.record.CallPart;
import org.keyline.processing.record.CallSide;

/**
 * Legs of calls that ended lately, by their references: what a phone counted may come long after its call is gone. What
 * is never told is forgotten. Used by one thread.
 */
final class RecentLegs {
    private static final int MOST = 20_000;

    private final Map<Integer, Leg> legs = new LinkedHashMap<>();

    /**
     * A leg that ended.
     *
     * @param call the number of its call
     * @param connected when it was connected at first
     * @param ended when it ended
     */
    record Leg(int call, Instant connected, Instant ended) {
        long seconds() {
            return Duration.between(connected, ended).toSeconds();
        }
    }

    void note(CallPart part) {
        part.connected().ifPresent(connected -> {
            note(part.calling(), part, connected);
            note(part.called(), part, connected);
        });
    }

    private void note(CallSide side, CallPart part, Instant connected) {
        var before = legs.remove(side.leg());
        legs.put(side.leg(), new Leg(part.call(), before == null ? connected : before.connected(), part.ended()));
        if (legs.size() > MOST) {
            legs.remove(legs.keySet().iterator().next());
        }
    }

    /** Takes a leg that ended. */
    Optional<Leg> take(int reference) {
        return Optional.ofNullable(legs.remove(reference));
    }
}
