package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;

/**
 * An appearance of a shared line that shows a call somebody has at another one.
 *
 * @param reference its leg, which has no media
 * @param of the leg whose call it shows
 * @param terminal its device, once that said so; only then can it take the call over
 * @param refused whether its user hears that they cannot come in
 * @param seen how the call looks from the leg it shows
 */
public record Onlooker(CallReference reference, Leg of, Optional<Terminal> terminal, boolean refused, Shown seen) {
    Onlooker(CallReference reference, Leg of, Optional<Terminal> terminal, Shown seen) {
        this(reference, of, terminal, false, seen);
    }

    Onlooker at(Terminal device) {
        return new Onlooker(reference, of, Optional.of(device), refused, seen);
    }

    Onlooker refused(boolean now) {
        return new Onlooker(reference, of, terminal, now, seen);
    }

    Onlooker of(Leg other) {
        return new Onlooker(reference, other, terminal, refused, seen);
    }

    Onlooker seeing(Shown now) {
        return new Onlooker(reference, of, terminal, refused, now);
    }

    boolean looksAt(CallReference leg) {
        return CallMachine.isOf(of, leg);
    }
}
