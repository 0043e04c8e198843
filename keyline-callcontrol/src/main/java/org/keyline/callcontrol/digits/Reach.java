package org.keyline.callcontrol.digits;

import java.util.BitSet;

/**
 * What a caller reaches: the partitions of the line's search space, then those of the device's, last the partition
 * without a name, number {@value #EVERYONE}.
 */
final class Reach {
    /** The number of the partition that everyone reaches. */
    static final int EVERYONE = 0;

    private final SearchSpace line;
    private final SearchSpace device;
    private final BitSet away;

    /** @param away partitions that are not there at this time */
    Reach(SearchSpace line, SearchSpace device, BitSet away) {
        this.line = line.without(away);
        this.device = device.without(away);
        this.away = away;
    }

    Reach(SearchSpace line, SearchSpace device) {
        this(line, device, new BitSet());
    }

    /** What a translated number reaches: {@code next} alone, at the same time. */
    Reach through(SearchSpace next) {
        return new Reach(next, SearchSpace.NOTHING, away);
    }

    boolean reaches(int partition) {
        return partition == EVERYONE || line.reaches(partition) || device.reaches(partition);
    }

    boolean reachesAny(BitSet partitions) {
        return partitions.get(EVERYONE) || line.reachesAny(partitions) || device.reachesAny(partitions);
    }

    /** Whether it would reach a partition at another time. */
    boolean misses(int partition) {
        return away.get(partition) && (line.names(partition) || device.names(partition));
    }

    /** Between equally close matches the lower rank wins. */
    int rank(int partition) {
        if (line.reaches(partition)) {
            return line.rank(partition);
        }
        return device.reaches(partition) ? line.size() + device.rank(partition) : Integer.MAX_VALUE;
    }
}
