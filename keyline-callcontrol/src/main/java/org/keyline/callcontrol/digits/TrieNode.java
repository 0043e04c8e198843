package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.digits.DigitTrie.Entry;
import org.keyline.model.dial.DigitPattern.Repeat;
import org.keyline.model.dial.DigitPattern.Step;
import org.keyline.model.numbering.PlanNumbers;

/**
 * A node of the {@link DigitTrie}. A single key leads on to a child, a set of keys to a branch, and a repeated step
 * loops on its own node. The numbers of a numbering plan follow by a branch without nodes. The children stand side by
 * side in the order of their keys, without gaps: a million numbers have more than a million nodes.
 */
final class TrieNode<T> implements Place<T> {
    private static final BitSet NOTHING = new BitSet();

    /** The repeated step that led here and may be taken again. */
    private final @Nullable Step loop;

    /** The keys that lead to children, a bit each. */
    private int keys;

    private TrieNode<T>[] children = none();
    private List<Branch<T>> branches = List.of();
    private List<Entry<T>> entries = List.of();
    private BitSet beyond = NOTHING;
    private BitSet quiet = NOTHING;

    /** What leads on beside single keys. */
    sealed interface Branch<T> {
        /** A step of several keys, or repeated, and where it leads. */
        record Steps<T>(Step step, TrieNode<T> to) implements Branch<T> {}

        /** Numbers of a numbering plan. */
        record Numbers<T>(PlannedBranch<T> patterns) implements Branch<T> {}
    }

    TrieNode(@Nullable Step loop) {
        this.loop = loop;
    }

    @Override
    public void follow(int key, List<Place<T>> to) {
        if (loop != null && loop.fits(key) && !to.contains(this)) {
            to.add(this);
        }
        if ((keys & (1 << key)) != 0) {
            to.add(children[place(key)]);
        }
        for (var i = 0; i < branches.size(); i++) {
            switch (branches.get(i)) {
                case Branch.Steps<T>(var step, var next) -> {
                    if (step.fits(key) && (step.repeat() == Repeat.ONCE || !to.contains(next))) {
                        to.add(next);
                    }
                }
                case Branch.Numbers<T>(var patterns) -> patterns.begin(key, to);
            }
        }
    }

    /** The node that a step leads to; it is made when it is not there. */
    TrieNode<T> branch(Step step) {
        return step.repeat() == Repeat.ONCE && Integer.bitCount(step.keys()) == 1
                ? single(Integer.numberOfTrailingZeros(step.keys()))
                : wide(step);
    }

    /** The child of a key; it is made when it is not there. */
    TrieNode<T> single(int key) {
        var place = place(key);
        if ((keys & (1 << key)) == 0) {
            var more = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(children, place, more, place + 1, children.length - place);
            more[place] = new TrieNode<>(null);
            children = more;
            keys |= 1 << key;
        }
        return children[place];
    }

    private TrieNode<T> wide(Step step) {
        for (var branch : branches) {
            if (branch instanceof Branch.Steps<T>(var same, var to) && same.equals(step)) {
                return to;
            }
        }
        var next = new TrieNode<T>(step.repeat() == Repeat.ONCE ? null : step);
        branches = plus(branches, new Branch.Steps<>(step, next));
        return next;
    }

    /** The branch to these numbers; it is made when it is not there. */
    PlannedBranch<T> numbers(PlanNumbers numbers) {
        for (var branch : branches) {
            if (branch instanceof Branch.Numbers<T>(var patterns)
                    && patterns.numbers().equals(numbers)) {
                return patterns;
            }
        }
        var next = new PlannedBranch<T>(numbers);
        branches = plus(branches, new Branch.Numbers<>(next));
        return next;
    }

    void add(Entry<T> entry) {
        entries = plus(entries, entry);
    }

    /** @param further the partitions of the patterns that may follow */
    void settle(BitSet further, BitSet withoutTone) {
        beyond = further;
        quiet = withoutTone;
    }

    boolean loops() {
        return loop != null;
    }

    List<TrieNode<T>> children() {
        return Arrays.asList(children);
    }

    List<Branch<T>> branches() {
        return branches;
    }

    @Override
    public List<Entry<T>> entries() {
        return entries;
    }

    @Override
    public BitSet beyond() {
        return beyond;
    }

    @Override
    public BitSet quiet() {
        return quiet;
    }

    /** Where the child of a key stands, or would stand. */
    private int place(int key) {
        return Integer.bitCount(keys & ((1 << key) - 1));
    }

    private static <E> List<E> plus(List<E> list, E element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        var longer = new ArrayList<E>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return longer;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type, never written to
    private static <T> TrieNode<T>[] none() {
        return (TrieNode<T>[]) EMPTY;
    }

    @SuppressWarnings("rawtypes") // shared by nodes of all types
    private static final TrieNode[] EMPTY = {};
}
