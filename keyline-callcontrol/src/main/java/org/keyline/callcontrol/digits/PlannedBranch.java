package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.keyline.callcontrol.digits.DigitTrie.Entry;
import org.keyline.model.numbering.PlanNumbers;
import org.keyline.model.numbering.PlannedPattern;
import org.keyline.model.numbering.PlannedPattern.OfForm;

/**
 * The numbers of a numbering plan that follow a node of the trie, for all patterns that stand for the same ones. They
 * are no nodes: the walk goes on in the plan itself, of which there is one.
 */
final class PlannedBranch<T> {
    private final PlanNumbers numbers;
    private final List<Entry<T>> patterns = new ArrayList<>(1);
    private final BitSet partitions = new BitSet();
    private final BitSet quiet = new BitSet();

    PlannedBranch(PlanNumbers numbers) {
        this.numbers = numbers;
    }

    /** Adds a pattern, whose shape is a {@link PlannedPattern}. */
    void add(Entry<T> pattern) {
        patterns.add(pattern);
        partitions.set(pattern.partition());
        if (!pattern.outsideDialTone()) {
            quiet.set(pattern.partition());
        }
    }

    /** Adds where the first digit of a number leads. */
    void begin(int key, List<Place<T>> to) {
        follow(PlanNumbers.START, key, 0, to);
    }

    void follow(int state, int key, int length, List<Place<T>> to) {
        var next = numbers.next(state, key);
        if (next != PlanNumbers.NONE) {
            to.add(new PlannedPlace<>(this, next, length + 1));
        }
    }

    /** The patterns, as close as the form of the number is that ends there; empty where none ends. */
    List<Entry<T>> entries(int state, int length) {
        var form = numbers.form(state, length);
        if (form == PlanNumbers.NONE) {
            return List.of();
        }
        var found = new ArrayList<Entry<T>>(patterns.size());
        for (var i = 0; i < patterns.size(); i++) {
            found.add(ofForm(patterns.get(i), form));
        }
        return found;
    }

    private static <T> Entry<T> ofForm(Entry<T> pattern, int form) {
        var shape = pattern.shape() instanceof PlannedPattern planned ? new OfForm(planned, form) : pattern.shape();
        return new Entry<>(pattern.text(), shape, pattern.partition(), pattern.outsideDialTone(), pattern.target());
    }

    PlanNumbers numbers() {
        return numbers;
    }

    BitSet partitions() {
        return partitions;
    }

    BitSet quiet() {
        return quiet;
    }
}
