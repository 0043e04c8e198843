package org.keyline.callcontrol.digits;

import java.util.Arrays;
import java.util.BitSet;

/** The partitions a caller reaches, in order; between equally close matches the earlier partition wins. */
final class SearchSpace {
    private final BitSet reached = new BitSet();
    private final int[] ranks;

    /**
     * @param partitions the numbers of the partitions, first searched first; a later mention counts nothing
     * @param count how many partitions there are at all
     */
    SearchSpace(int[] partitions, int count) {
        ranks = new int[count];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        for (var i = 0; i < partitions.length; i++) {
            ranks[partitions[i]] = Math.min(ranks[partitions[i]], i);
            reached.set(partitions[i]);
        }
    }

    boolean reaches(int partition) {
        return reached.get(partition);
    }

    boolean reachesAny(BitSet partitions) {
        return reached.intersects(partitions);
    }

    int rank(int partition) {
        return ranks[partition];
    }
}
