package org.keyline.media.port;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many ports a resource has, and how many are taken: {@code ResourceTotal}, {@code ResourceActive},
 * {@code ResourceAvailable} and {@code OutOfResources} of PerfMon. Usable from any thread.
 */
public final class Capacity {
    private final int total;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger highest = new AtomicInteger();
    private final LongAdder outOfResources = new LongAdder();

    /** @param total ports there are; 0 and more */
    public Capacity(int total) {
        if (total < 0) {
            throw new IllegalArgumentException("A resource has 0 ports or more, not " + total);
        }
        this.total = total;
    }

    /** Takes {@code ports}; false, and counted, when there are not so many left. */
    public boolean take(int ports) {
        int now = active.get();
        while (now + ports <= total) {
            if (active.compareAndSet(now, now + ports)) {
                highest.accumulateAndGet(now + ports, Math::max);
                return true;
            }
            now = active.get();
        }
        outOfResources.increment();
        return false;
    }

    /** Gives {@code ports} back. */
    public void giveBack(int ports) {
        active.addAndGet(-ports);
    }

    /** Ports there are. */
    public int total() {
        return total;
    }

    /** Ports taken now. */
    public int active() {
        return active.get();
    }

    /** Ports free now. */
    public int available() {
        return total - active.get();
    }

    /** The most ports that were taken at once. */
    public int highest() {
        return highest.get();
    }

    /** How often somebody was turned away because none was left. */
    public long outOfResources() {
        return outOfResources.sum();
    }
}
