package org.keyline.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the connections of one port since it opened. Safe from any thread. */
public final class ConnectionCounters {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final Map<Offence, LongAdder> offences = new EnumMap<>(Offence.class);

    ConnectionCounters() {
        for (var offence : Offence.values()) {
            offences.put(offence, new LongAdder());
        }
    }

    void opened() {
        accepted.increment();
    }

    void closed() {
        closed.increment();
    }

    void offended(Offence offence) {
        adder(offence).increment();
    }

    private LongAdder adder(Offence offence) {
        var adder = offences.get(offence);
        if (adder == null) {
            throw new IllegalStateException("Every offence has its counter: " + offence);
        }
        return adder;
    }

    /** Connections accepted and served. */
    public long accepted() {
        return accepted.sum();
    }

    /** Connections open now. */
    public long open() {
        return accepted.sum() - closed.sum();
    }

    /** Connections turned away or closed for {@code offence}. */
    public long count(Offence offence) {
        return adder(offence).sum();
    }
}
