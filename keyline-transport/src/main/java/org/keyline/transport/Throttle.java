package org.keyline.transport;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Lets one event through in each interval, so that a flood of bad peers does not become a flood of log lines. */
public final class Throttle {
    private final long intervalNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final LongAdder suppressed = new LongAdder();

    public Throttle(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** The number of events held back since the last one let through, or empty when this one is held back too. */
    public OptionalLong pass() {
        var now = System.nanoTime();
        var due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + intervalNanos)) {
            return OptionalLong.of(suppressed.sumThenReset());
        }
        suppressed.increment();
        return OptionalLong.empty();
    }
}
