package org.keyline.serviceability.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Legs that belong together: two are of one call when a signal names both. */
final class LegGroups {
    private final Map<Integer, Integer> parents = new HashMap<>();

    LegGroups(List<SdlSignal> signals) {
        for (var signal : signals) {
            var legs = signal.callReferences();
            for (var i = 1; i < legs.size(); i++) {
                parents.put(of(legs.get(i)), of(legs.getFirst()));
            }
        }
    }

    /** The leg that stands for a leg's call. */
    int of(int leg) {
        var root = leg;
        var next = parents.get(root);
        while (next != null && next != root) {
            root = next;
            next = parents.get(root);
        }
        parents.put(leg, root);
        return root;
    }
}
