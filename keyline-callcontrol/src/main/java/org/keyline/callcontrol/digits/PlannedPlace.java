package org.keyline.callcontrol.digits;

import java.util.BitSet;
import java.util.List;
import org.keyline.callcontrol.digits.DigitTrie.Entry;

/**
 * A place within the numbers of a numbering plan. Places are made while digits are walked: patterns share the plan.
 *
 * @param patterns that stand for these numbers
 * @param state of the walk through the plan
 * @param length how many digits of the number there are
 */
record PlannedPlace<T>(PlannedBranch<T> patterns, int state, int length) implements Place<T> {
    private static final BitSet NOTHING = new BitSet();

    @Override
    public void follow(int key, List<Place<T>> to) {
        patterns.follow(state, key, length, to);
    }

    @Override
    public List<Entry<T>> entries() {
        return patterns.entries(state, length);
    }

    @Override
    public BitSet beyond() {
        return patterns.numbers().goesOn(state) ? patterns.partitions() : NOTHING;
    }

    @Override
    public BitSet quiet() {
        return patterns.quiet();
    }
}
