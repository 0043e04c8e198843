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
 */
public record Onlooker(CallReference reference, CallReference of, Optional<Terminal> terminal) {
    Onlooker at(Terminal device) {
        return new Onlooker(reference, of, Optional.of(device));
    }

    Onlooker of(CallReference other) {
        return new Onlooker(reference, other, terminal);
    }
}
