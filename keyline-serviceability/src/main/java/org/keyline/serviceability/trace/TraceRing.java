package org.keyline.serviceability.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest signals of call processing, in two rings: those of calls, and the rest (registrations, keepalives), so
 * that ten thousand keepalives push no call out. Recording is one atomic step and one store.
 */
public final class TraceRing implements SdlTrace {
    private final Ring calls;
    private final Ring rest;

    /** @param capacity how many signals of calls are kept, a power of two */
    public TraceRing(int capacity) {
        this.calls = new Ring(capacity);
        this.rest = new Ring(Math.max(16, capacity / 8));
    }

    @Override
    public void record(SdlSignal signal) {
        (signal.callReferences().isEmpty() ? rest : calls).add(signal);
    }

    /**
     * Every kept signal of the call that {@code callReference} belongs to, on all its legs, oldest first: legs are one
     * call when a signal names both.
     */
    public List<SdlSignal> call(int callReference) {
        var all = calls.oldestFirst();
        var legs = legsOf(callReference, all);
        return all.stream()
                .filter(signal -> signal.callReferences().stream().anyMatch(legs::contains))
                .toList();
    }

    /** As {@link #call}, for several calls at once; calls that share a leg have the same signals. */
    public Map<Integer, List<SdlSignal>> calls(Collection<Integer> callReferences) {
        var all = calls.oldestFirst();
        var found = new HashMap<Integer, List<SdlSignal>>();
        var groups = new LegGroups(all);
        for (var signal : all) {
            if (!signal.callReferences().isEmpty()) {
                found.computeIfAbsent(groups.of(signal.callReferences().getFirst()), _ -> new ArrayList<>())
                        .add(signal);
            }
        }
        return callReferences.stream()
                .distinct()
                .collect(Collectors.toMap(call -> call, call -> found.getOrDefault(groups.of(call), List.of())));
    }

    /** The kept signals from or to a device, of calls and others, oldest first. */
    public List<SdlSignal> device(String device) {
        var found = new ArrayList<SdlSignal>();
        for (var ring : List.of(calls, rest)) {
            for (var signal : ring.oldestFirst()) {
                if (signal.from().equals(device) || signal.to().equals(device)) {
                    found.add(signal);
                }
            }
        }
        found.sort((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
        return found;
    }

    private static Set<Integer> legsOf(int callReference, List<SdlSignal> all) {
        var legs = new HashSet<Integer>();
        legs.add(callReference);
        int before;
        do {
            before = legs.size();
            for (var signal : all) {
                if (signal.callReferences().size() > 1
                        && signal.callReferences().stream().anyMatch(legs::contains)) {
                    legs.addAll(signal.callReferences());
                }
            }
        } while (legs.size() > before);
        return legs;
    }

    private static final class Ring {
        private final AtomicReferenceArray<@Nullable SdlSignal> slots;
        private final AtomicLong next = new AtomicLong();

        Ring(int capacity) {
            if (Integer.bitCount(capacity) != 1) {
                throw new IllegalArgumentException("A ring's capacity is a power of two: " + capacity);
            }
            slots = new AtomicReferenceArray<>(capacity);
        }

        void add(SdlSignal signal) {
            slots.setRelease((int) (next.getAndIncrement() & (slots.length() - 1)), signal);
        }

        List<SdlSignal> oldestFirst() {
            var end = next.get();
            var found = new ArrayList<SdlSignal>();
            for (var i = Math.max(0, end - slots.length()); i < end; i++) {
                var signal = slots.getAcquire((int) (i & (slots.length() - 1)));
                if (signal != null) {
                    found.add(signal);
                }
            }
            found.sort((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
            return found;
        }
    }
}
