package org.keyline.media.stream;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** Which ports of the range are ours now. A drawn port may still turn out to be somebody else's. */
final class UdpPorts {
    private final PortRange range;
    private final BitSet taken = new BitSet();

    UdpPorts(PortRange range) {
        this.range = range;
    }

    /** A free port, from a place nobody can foretell; empty when all are taken. */
    synchronized OptionalInt draw() {
        int start = ThreadLocalRandom.current().nextInt(range.pairs());
        int free = taken.nextClearBit(start);
        if (free >= range.pairs()) {
            free = taken.nextClearBit(0);
        }
        if (free >= range.pairs()) {
            return OptionalInt.empty();
        }
        taken.set(free);
        return OptionalInt.of(range.pair(free));
    }

    /** Gives a port back. */
    synchronized void giveBack(int port) {
        taken.clear((port - range.pair(0)) / 2);
    }
}
