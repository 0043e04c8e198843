package org.keyline.callcontrol.call;

import java.util.List;

/** The state after a signal, and what it brings about, in order. */
record CallStep(CallState next, List<CallEffect> effects) {
    CallStep {
        effects = List.copyOf(effects);
    }
}
