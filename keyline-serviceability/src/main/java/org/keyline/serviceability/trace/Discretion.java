package org.keyline.serviceability.trace;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a phone's user presses while people talk may be a password of somebody else's service, and what is dialled while
 * a call asks for a code is that code: neither is shown or written down. Sees the signals of a call in their order.
 */
public final class Discretion {
    private static final Set<String> PRESSED = Set.of("KeypadButton", "Digit");
    private static final Set<String> DIALLED = Set.of("EnblocCall", "DialNumber");
    private static final Set<String> HIDDEN = Set.of("button", "key", "calledParty", "digits");
    private static final Set<String> CONNECTED = Set.of("Talking", "OnHold");
    private static final String ASKS_FOR_CODE = "EnteringCode";
    private static final String CALL = "call ";

    private final Set<Integer> connected = new HashSet<>();
    private final Set<Integer> asking = new HashSet<>();

    /** The fields of a signal as they may be shown. */
    public Map<String, String> fields(SdlSignal signal) {
        var fields = signal.fields().get();
        var hidden = isHidden(signal);
        follow(signal);
        if (!hidden) {
            return fields;
        }
        var discreet = new LinkedHashMap<>(fields);
        HIDDEN.forEach(key -> discreet.computeIfPresent(key, (_, _) -> "*"));
        return discreet;
    }

    private boolean isHidden(SdlSignal signal) {
        var pressed = PRESSED.contains(signal.name());
        return (pressed && isOfAny(signal, connected))
                || ((pressed || DIALLED.contains(signal.name())) && isOfAny(signal, asking));
    }

    private void follow(SdlSignal signal) {
        if (CONNECTED.contains(signal.state())) {
            connected.addAll(signal.callReferences());
        }
        if (signal.state().equals(ASKS_FOR_CODE)) {
            asking.addAll(signal.callReferences());
        } else if (signal.to().startsWith(CALL)) {
            asking.removeAll(signal.callReferences());
        }
    }

    private static boolean isOfAny(SdlSignal signal, Collection<Integer> calls) {
        return signal.callReferences().stream().anyMatch(calls::contains);
    }
}
