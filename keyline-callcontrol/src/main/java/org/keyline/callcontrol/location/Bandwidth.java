package org.keyline.callcontrol.location;

import java.util.List;
import org.keyline.callcontrol.station.CallReference;

/**
 * The bandwidth of locations, as a call asks for it. Each leg has at most one reservation, and only the call it is in
 * speaks of it. Safe from any thread; never blocks.
 */
public interface Bandwidth {
    /** As much as anybody wants. */
    Bandwidth UNLIMITED = new Bandwidth() {
        @Override
        public boolean take(List<Reservation> wanted) {
            return true;
        }

        @Override
        public boolean admits(Reservation asked) {
            return true;
        }

        @Override
        public void release(CallReference leg) {}
    };

    /**
     * Reserves all of this, each instead of what its leg had; if it is not there, all stays as it was, and the refusal
     * is counted.
     */
    boolean take(List<Reservation> wanted);

    /** Whether this would be had now; a refusal is counted. Nothing is reserved. */
    boolean admits(Reservation asked);

    /** The leg has no media any more. */
    void release(CallReference leg);
}
