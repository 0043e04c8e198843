package org.keyline.callcontrol.digits;

import java.util.BitSet;

/**
 * The partitions of one calling search space, by number, in order. A bit for each partition of the system and a short
 * list: thousands of search spaces take little room.
 */
final class SearchSpace {
    /** Reaches nothing. */
    static final SearchSpace NOTHING = new SearchSpace(new int[0]);

    private final BitSet reached = new BitSet();
    private final int[] partitions;

    /** @param partitions first searched first; a later mention counts nothing */
    SearchSpace(int[] partitions) {
        this.partitions = partitions.clone();
        for (var partition : partitions) {
            reached.set(partition);
        }
    }

    private SearchSpace(int[] partitions, BitSet reached) {
        this.partitions = partitions;
        this.reached.or(reached);
    }

    /** The same without some partitions, in the same order. */
    SearchSpace without(BitSet away) {
        if (!reached.intersects(away)) {
            return this;
        }
        var left = (BitSet) reached.clone();
        left.andNot(away);
        return new SearchSpace(partitions, left);
    }

    boolean reaches(int partition) {
        return reached.get(partition);
    }

    /** Whether it has a partition, there or away. */
    boolean names(int partition) {
        return rank(partition) < Integer.MAX_VALUE;
    }

    boolean reachesAny(BitSet others) {
        return reached.intersects(others);
    }

    int size() {
        return partitions.length;
    }

    /** Its place in the order. */
    int rank(int partition) {
        for (var i = 0; i < partitions.length; i++) {
            if (partitions[i] == partition) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }
}
