package org.keyline.model.numbering;

import java.util.BitSet;

/** Places that were reached. */
record Reached(BitSet places) {
    Reached(int most) {
        this(new BitSet(most));
    }

    /** Whether it was not reached before. */
    boolean add(int place) {
        if (places.get(place)) {
            return false;
        }
        places.set(place);
        return true;
    }

    int[] sorted() {
        return places.stream().toArray();
    }
}
