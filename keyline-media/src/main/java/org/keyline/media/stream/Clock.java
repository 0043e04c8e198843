package org.keyline.media.stream;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The 20 ms clock of one thread. Who ticks is spread over four quarters, so that not everybody sends at once. A thread
 * that was held up makes good for it, but never for more than a fifth of a second.
 */
final class Clock implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Clock.class);
    private static final int QUARTERS = 4;
    private static final long QUARTER_NANOS = 5_000_000;
    private static final long MOST_BEHIND_NANOS = 200_000_000;

    private final EventLoop loop;
    private final Runnable afterwards;
    private final List<List<Runnable>> quarters = new ArrayList<>();
    private long next;
    private int quarter;
    private int members;
    private boolean scheduled;

    /** @param afterwards runs when everybody of a quarter has ticked */
    Clock(EventLoop loop, Runnable afterwards) {
        this.loop = loop;
        this.afterwards = afterwards;
        for (int i = 0; i < QUARTERS; i++) {
            quarters.add(new ArrayList<>());
        }
    }

    /** Adds a member to the quarter with the fewest; the result removes it. */
    Runnable add(Runnable member) {
        var emptiest = quarters.get(0);
        for (var one : quarters) {
            emptiest = one.size() < emptiest.size() ? one : emptiest;
        }
        var chosen = emptiest;
        chosen.add(member);
        members++;
        if (!scheduled) {
            next = System.nanoTime() + QUARTER_NANOS;
            schedule();
        }
        return () -> {
            if (chosen.remove(member)) {
                members--;
            }
        };
    }

    /** One quarter at a time, so that packets that came meanwhile are read between ticks that are late. */
    @Override
    public void run() {
        if (members == 0) {
            scheduled = false;
            return;
        }
        long now = System.nanoTime();
        if (now - next > MOST_BEHIND_NANOS) {
            next = now;
        }
        for (var member : List.copyOf(quarters.get(quarter))) {
            tick(member);
        }
        afterwards.run();
        quarter = (quarter + 1) % QUARTERS;
        next += QUARTER_NANOS;
        schedule();
    }

    /** A fault of ours in one member must not stop the others; it ticks no more. */
    private void tick(Runnable member) {
        try {
            member.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A media resource failed at a tick");
            if (quarters.get(quarter).remove(member)) {
                members--;
            }
        }
    }

    private void schedule() {
        scheduled = true;
        var _ = loop.schedule(this, Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
