package org.keyline.callcontrol.digits;

import java.util.BitSet;

/**
 * What a caller reaches: the partitions of the line's search space, then those of the device's, last the partition
 * without a name, number {@value #EVERYONE}.
 */
record Reach(SearchSpace line, SearchSpace device) {
    /** The number of the partition that everyone reaches. */
    static final int EVERYONE = 0;

    boolean reaches(int partition) {
        return partition == EVERYONE || line.reaches(partition) || device.reaches(partition);
    }

    boolean reachesAny(BitSet partitions) {
        return partitions.get(EVERYONE) || line.reachesAny(partitions) || device.reachesAny(partitions);
    }

    /** Between equally close matches the lower rank wins. */
    int rank(int partition) {
        if (line.reaches(partition)) {
            return line.rank(partition);
        }
        return device.reaches(partition) ? line.size() + device.rank(partition) : Integer.MAX_VALUE;
    }
}
