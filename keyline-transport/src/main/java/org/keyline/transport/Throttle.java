package org.keyline.transport;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets one event through in each interval, and some at once after a quiet time, so that a flood of bad peers does not
 * become a flood of log lines.
 */
public final class Throttle {
    private final long intervalNanos;
    private final long atOnceNanos;

    /** When all that was let through had been due one by one. */
    private final AtomicLong due = new AtomicLong(System.nanoTime());

    private final LongAdder suppressed = new LongAdder();

    /** One in each interval. */
    public Throttle(Duration interval) {
        this(interval, 1);
    }

    /**
     * One in each interval on average.
     *
     * @param atOnce how many may come together after a quiet time, 1 or more
     */
    public Throttle(Duration interval, int atOnce) {
        this.intervalNanos = interval.toNanos();
        this.atOnceNanos = (atOnce - 1) * intervalNanos;
    }

    /** The number of events held back since the last one let through, or empty when this one is held back too. */
    public OptionalLong pass() {
        var now = System.nanoTime();
        while (true) {
            var before = due.get();
            if (now - before + atOnceNanos < 0) {
                suppressed.increment();
                return OptionalLong.empty();
            }
            if (due.compareAndSet(before, (now - before > 0 ? now : before) + intervalNanos)) {
                return OptionalLong.of(suppressed.sumThenReset());
            }
        }
    }
}
