package org.keyline.callcontrol.call;

import java.util.List;

/** The state after a signal, and what it brings about, in order. */
public record CallStep(CallState next, List<CallEffect> effects) {
    public CallStep {
        effects = List.copyOf(effects);
    }
}
