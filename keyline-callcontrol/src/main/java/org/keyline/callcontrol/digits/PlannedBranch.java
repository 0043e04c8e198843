package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
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

    /** The patterns, for each form of the plan as close as its numbers are. */
    private final List<List<Entry<T>>> ofForm;

    private final BitSet partitions = new BitSet();
    private final BitSet quiet = new BitSet();

    PlannedBranch(PlanNumbers numbers) {
        this.numbers = numbers;
        this.ofForm = Stream.<List<Entry<T>>>generate(() -> new ArrayList<>(1))
                .limit(numbers.forms())
                .toList();
    }

    void add(PlannedPattern pattern, int partition, boolean outsideDialTone, T target) {
        for (var form = 0; form < ofForm.size(); form++) {
            var shape = new OfForm(pattern, form);
            ofForm.get(form).add(new Entry<>(pattern.head().text(), shape, partition, outsideDialTone, target));
        }
        partitions.set(partition);
        if (!outsideDialTone) {
            quiet.set(partition);
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
        return form == PlanNumbers.NONE ? List.of() : ofForm.get(form);
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
