package org.keyline.lab.phone;

import java.util.Optional;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.SoftKeySet;

/**
 * One call as the phone shows it.
 *
 * @param line the line button it belongs to
 * @param reference the server's number for it
 * @param state the last call state
 * @param prompt the text of its prompt line, labels expanded
 * @param parties who is in it, once told
 * @param keys the softkeys shown for it
 * @param answered whether it was ever connected
 */
public record CallPlane(
        int line,
        int reference,
        CallState state,
        String prompt,
        Optional<CallParties> parties,
        ShownKeys keys,
        boolean answered) {

    /**
     * Which softkeys are shown.
     *
     * @param set the set
     * @param mask bit n shows the n-th key of the set
     */
    public record ShownKeys(SoftKeySet set, int mask) {}

    static CallPlane opened(int line, int reference) {
        var idleKeys = new ShownKeys(SoftKeySet.ON_HOOK, 0);
        return new CallPlane(line, reference, CallState.IDLE, "", Optional.empty(), idleKeys, false);
    }

    CallPlane in(CallState now) {
        return new CallPlane(line, reference, now, prompt, parties, keys, answered || now.equals(CallState.CONNECTED));
    }

    CallPlane prompting(String text) {
        return new CallPlane(line, reference, state, text, parties, keys, answered);
    }

    CallPlane between(CallParties who) {
        return new CallPlane(line, reference, state, prompt, Optional.of(who), keys, answered);
    }

    CallPlane showing(ShownKeys shown) {
        return new CallPlane(line, reference, state, prompt, parties, shown, answered);
    }

    /** The icon beside the call. */
    public SecurityIcon icon() {
        return parties.map(CallParties::icon).orElse(SecurityIcon.NONE);
    }
}
