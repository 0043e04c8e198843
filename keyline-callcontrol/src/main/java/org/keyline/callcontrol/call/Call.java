package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;

/**
 * A call, and who looks on.
 *
 * @param state where it stands
 * @param onlookers the appearances of its lines that have no part in it
 */
public record Call(CallState state, List<Onlooker> onlookers) {
    /** Before its first signal. */
    public static final Call IDLE = new Call(new CallState.Idle(), List.of());

    public Call {
        onlookers = List.copyOf(onlookers);
    }

    Call in(CallState next) {
        return new Call(next, onlookers);
    }

    Optional<Onlooker> onlooker(CallReference leg) {
        for (var onlooker : onlookers) {
            if (onlooker.reference().equals(leg)) {
                return Optional.of(onlooker);
            }
        }
        return Optional.empty();
    }
}
