package org.keyline.sccp.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets phones fail back at a limited rate: so many tokens a second, and as many at once at most. A phone that gets none
 * stays where it is and asks again.
 */
public final class TokenGate {
    private static final long SECOND = 1_000_000_000L;

    private final long perToken;
    private final AtomicLong nextFree;

    /** @param perSecond tokens given each second, 1 or more */
    public TokenGate(int perSecond) {
        this.perToken = SECOND / perSecond;
        this.nextFree = new AtomicLong(System.nanoTime() - SECOND);
    }

    /** Whether a phone may come now. */
    boolean admit() {
        var now = System.nanoTime();
        while (true) {
            var free = nextFree.get();
            if (free - now > 0) {
                return false;
            }
            var next = Math.max(free, now - SECOND) + perToken;
            if (nextFree.compareAndSet(free, next)) {
                return true;
            }
        }
    }
}
