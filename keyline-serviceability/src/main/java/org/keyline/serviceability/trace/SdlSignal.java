package org.keyline.serviceability.trace;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One signal from one party to another.
 *
 * @param atNanos {@link System#nanoTime} when it happened
 * @param callReferences the call references it belongs to; empty when it belongs to no call
 * @param from who sent it, for example {@code SEP001122334455} or {@code call 16777217}
 * @param to who received it
 * @param name the signal's or message's name
 * @param fields its fields in order, made only when somebody looks; must hold no key, digest or authentication string
 * @param state the receiver's state after it, or empty
 */
public record SdlSignal(
        long atNanos,
        List<Integer> callReferences,
        String from,
        String to,
        String name,
        Supplier<Map<String, String>> fields,
        String state) {
    public SdlSignal {
        callReferences = List.copyOf(callReferences);
    }
}
