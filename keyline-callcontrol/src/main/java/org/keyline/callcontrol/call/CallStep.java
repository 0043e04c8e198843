package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;

/** The state after a signal, and what it brings about, in order. */
record CallStep(CallState next, List<CallEffect> effects) {
    CallStep {
        effects = List.copyOf(effects);
    }

    /** And then these signals, as if they had come after it. */
    CallStep then(CallContext context, List<? extends CallSignal> signals) {
        var all = new ArrayList<>(effects);
        var state = next;
        for (var signal : signals) {
            var further = CallMachine.step(context, state, signal);
            all.addAll(further.effects());
            state = further.next();
        }
        return new CallStep(state, all);
    }
}
