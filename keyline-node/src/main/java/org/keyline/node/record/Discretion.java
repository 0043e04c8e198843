package org.keyline.node.record;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keyline.serviceability.trace.SdlSignal;

/**
 * What a phone's user presses while people talk may be a password of somebody else's service: it is not written down.
 * Sees the signals of a call in their order.
 */
final class Discretion {
    private static final Set<String> PRESSED = Set.of("KeypadButton", "Digit");
    private static final Set<String> KEYS = Set.of("button", "key");
    private static final Set<String> CONNECTED = Set.of("Talking", "OnHold");

    private final Set<Integer> connected = new HashSet<>();

    Map<String, String> fields(SdlSignal signal) {
        var fields = signal.fields().get();
        if (CONNECTED.contains(signal.state())) {
            connected.addAll(signal.callReferences());
        }
        if (!PRESSED.contains(signal.name()) || signal.callReferences().stream().noneMatch(connected::contains)) {
            return fields;
        }
        var discreet = new LinkedHashMap<>(fields);
        KEYS.forEach(key -> discreet.computeIfPresent(key, (_, _) -> "*"));
        return discreet;
    }
}
