package org.keyline.processing.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.keyline.callcontrol.call.CallContext.References;
import org.keyline.callcontrol.station.CallReference;

/**
 * Counts call references: the node's number in the top byte, 16 million values below it, never 0. A value comes back
 * only when all others were used, hours later on the busiest node.
 */
public final class CallReferences implements References {
    private static final int COUNT = 0xFF_FFFF;

    private final int node;
    private final AtomicInteger last = new AtomicInteger();

    /** @param node the node's number, 1 to 255 */
    public CallReferences(int node) {
        if (node < 1 || node > 255) {
            throw new IllegalArgumentException("A node's number is 1 to 255: " + node);
        }
        this.node = node << 24;
    }

    @Override
    public CallReference next() {
        return new CallReference(node | last.updateAndGet(before -> before >= COUNT ? 1 : before + 1));
    }
}
