package org.keyline.callcontrol.device;

import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.model.device.LineAppearance;

/**
 * A line may have several buttons at one phone, so that each of its calls is seen on a button of its own. A call goes
 * to one of them; further calls roll over to the next.
 */
final class Rollover {
    private Rollover() {}

    /** Where an offered call rings: on the first button without a call, else on the first below its busy trigger. */
    static Optional<LineAppearance> toRing(DeviceState state, LineAppearance offered) {
        return first(state, offered, button -> state.callsOn(button.instance()) == 0)
                .or(() -> first(state, offered, button -> state.callsOn(button.instance()) < button.busyTrigger()));
    }

    /** Where a call of the user's begins: on the button asked for, and when that is full, on the next that is not. */
    static Optional<LineAppearance> toBegin(DeviceState state, LineAppearance asked) {
        return first(state, asked, state::hasRoom);
    }

    /** Looks at this button first, then at the line's others in their order. */
    private static Optional<LineAppearance> first(
            DeviceState state, LineAppearance button, Predicate<LineAppearance> which) {
        if (which.test(button)) {
            return Optional.of(button);
        }
        for (var other : state.phone().lines()) {
            if (other.isSameLine(button) && which.test(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
