package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;

/**
 * A call, who looks on, and what those hear who are held.
 *
 * @param state where it stands
 * @param onlookers the appearances of its lines that have no part in it
 * @param guests onlookers that barged in; when they leave they look on again
 * @param music what is played to its legs
 */
public record Call(CallState state, List<Onlooker> onlookers, List<Onlooker> guests, List<Played> music) {
    /** Before its first signal. */
    public static final Call IDLE = new Call(new CallState.Idle(), List.of());

    public Call {
        onlookers = List.copyOf(onlookers);
        guests = List.copyOf(guests);
        music = List.copyOf(music);
    }

    /** Without guests and music. */
    public Call(CallState state, List<Onlooker> onlookers) {
        this(state, onlookers, List.of(), List.of());
    }

    Call with(List<Played> other) {
        return new Call(state, onlookers, guests, other);
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
