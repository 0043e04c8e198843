package org.keyline.callcontrol.call;

import java.util.List;

/** The call after a signal, and what it brings about, in order. */
public record CallChange(Call next, List<CallEffect> effects) {
    public CallChange {
        effects = List.copyOf(effects);
    }
}
