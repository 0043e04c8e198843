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
 */
public record Onlooker(CallReference reference, CallReference of, Optional<Terminal> terminal, boolean refused) {
    Onlooker(CallReference reference, CallReference of, Optional<Terminal> terminal) {
        this(reference, of, terminal, false);
    }

    Onlooker at(Terminal device) {
        return new Onlooker(reference, of, Optional.of(device), refused);
    }

    Onlooker refused(boolean now) {
        return new Onlooker(reference, of, terminal, now);
    }

    Onlooker of(CallReference other) {
        return new Onlooker(reference, other, terminal, refused);
    }
}
