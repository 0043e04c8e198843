package org.keyline.processing.location;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What of one location's bandwidth is taken, in kbit/s. Safe from any thread; never blocks. */
final class Account {
    private final AtomicLong taken = new AtomicLong();
    private final LongAdder reservations = new LongAdder();
    private final LongAdder refused = new LongAdder();

    boolean take(int kilobits, int more, long limit) {
        var before = taken.get();
        while (fits(before, kilobits, limit)) {
            var witness = taken.compareAndExchange(before, before + kilobits);
            if (witness == before) {
                reservations.add(more);
                return true;
            }
            before = witness;
        }
        return false;
    }

    boolean hasRoom(int kilobits, long limit) {
        return fits(taken.get(), kilobits, limit);
    }

    private static boolean fits(long taken, int kilobits, long limit) {
        return kilobits <= limit - taken;
    }

    void giveBack(int kilobits, int fewer) {
        taken.addAndGet(-kilobits);
        reservations.add(-fewer);
    }

    void refuse() {
        refused.increment();
    }

    long taken() {
        return taken.get();
    }

    long reservations() {
        return reservations.sum();
    }

    long refused() {
        return refused.sum();
    }
}
