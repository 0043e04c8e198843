package org.keyline.processing.call;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.processing.record.LegFacts;

/** Which call a leg is in and whose it is, so that one call finds another. Safe from any thread; never blocks. */
final class LegRegister implements LegFacts {
    private final Map<CallReference, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Optional<LegOwner> owner, ActorRef<CallSignal> call, int number) {}

    /** The leg is in this call from now on. */
    void enlist(CallReference leg, LegOwner owner, ActorRef<CallSignal> call, int number) {
        entries.put(leg, new Entry(Optional.of(owner), call, number));
    }

    /** What is said to the room is said to this call. */
    void enlist(CallReference room, ActorRef<CallSignal> call, int number) {
        entries.put(room, new Entry(Optional.empty(), call, number));
    }

    /** The call is over; a leg that has gone to another call stays there. */
    void forget(CallReference leg, ActorRef<CallSignal> call) {
        entries.computeIfPresent(leg, (_, entry) -> entry.call().equals(call) ? null : entry);
    }

    Optional<LegOwner> owner(CallReference leg) {
        return Optional.ofNullable(entries.get(leg)).flatMap(Entry::owner);
    }

    @Override
    public Optional<InetAddress> address(CallReference leg) {
        return owner(leg).flatMap(LegOwner::address);
    }

    @Override
    public Optional<Integer> call(CallReference leg) {
        return Optional.ofNullable(entries.get(leg)).map(Entry::number);
    }

    /** Tells the call of a leg; nobody when it is over. */
    void tell(CallReference leg, CallSignal signal) {
        var entry = entries.get(leg);
        if (entry != null) {
            entry.call().tell(signal);
        }
    }
}
