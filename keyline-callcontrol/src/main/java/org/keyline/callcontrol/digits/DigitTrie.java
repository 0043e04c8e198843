package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.digits.DigitPattern.Repeat;
import org.keyline.callcontrol.digits.DigitPattern.Step;

/**
 * All patterns of all partitions in one trie. A single key leads on through an array; a set of keys through a list of
 * branches; a repeated step loops on its own node. Every node knows the partitions of the patterns beyond it, so that
 * "can it still become a longer number for this caller?" is one intersection.
 *
 * @param <T> what a number leads to
 */
final class DigitTrie<T> {
    private final Node<T> root;

    private DigitTrie(Node<T> root) {
        this.root = root;
    }

    /** A pattern of a partition that matches. */
    record Entry<T>(DigitPattern pattern, int partition, T target) {}

    /** What the digits found: the closest match, if any, and whether longer numbers are possible. */
    record Found<T>(@Nullable Entry<T> best, boolean longer) {}

    Found<T> find(String digits, Reach reach) {
        var reached = List.of(root);
        for (var at = 0; at < digits.length() && !reached.isEmpty(); at++) {
            reached = advance(reached, Keys.of(digits.charAt(at)));
        }
        return judge(reached, digits.length(), reach);
    }

    private static <T> List<Node<T>> advance(List<Node<T>> from, int key) {
        var to = new ArrayList<Node<T>>(4);
        if (key >= 0) {
            for (var node : from) {
                node.follow(key, to);
            }
        }
        return to;
    }

    private static <T> Found<T> judge(List<Node<T>> reached, int length, Reach reach) {
        @Nullable Entry<T> best = null;
        var longer = false;
        for (var node : reached) {
            longer = longer || reach.reachesAny(node.beyond);
            for (var entry : node.entries) {
                if (reach.reaches(entry.partition()) && closer(entry, best, length, reach)) {
                    best = entry;
                }
            }
        }
        return new Found<>(best, longer);
    }

    private static <T> boolean closer(Entry<T> entry, @Nullable Entry<T> best, int length, Reach reach) {
        if (best == null) {
            return true;
        }
        var order =
                Double.compare(entry.pattern().breadth(length), best.pattern().breadth(length));
        return order < 0 || (order == 0 && reach.rank(entry.partition()) < reach.rank(best.partition()));
    }

    /** Collects patterns; {@link #build} makes the trie of them. */
    static final class Builder<T> {
        private final Node<T> root = new Node<>(null);

        void add(DigitPattern pattern, int partition, T target) {
            var ends = List.of(root);
            for (var step : pattern.steps()) {
                ends = after(ends, step);
            }
            for (var end : ends) {
                end.entries = plus(end.entries, new Entry<>(pattern, partition, target));
            }
        }

        DigitTrie<T> build() {
            root.settle(new HashMap<>());
            return new DigitTrie<>(root);
        }

        private static <T> List<Node<T>> after(List<Node<T>> ends, Step step) {
            var next = new ArrayList<Node<T>>(ends.size() + 1);
            if (step.repeat() == Repeat.ZERO_OR_MORE) {
                next.addAll(ends);
            }
            for (var end : ends) {
                next.add(end.branch(step));
            }
            return next;
        }
    }

    private static <E> List<E> plus(List<E> list, E element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static final class Node<T> {
        private static final BitSet NOTHING = new BitSet();

        /** The repeated step that led here and may be taken again. */
        private final @Nullable Step loop;

        private List<Branch<T>> branches = List.of();
        private @Nullable Node<T> @Nullable [] single;
        private List<Entry<T>> entries = List.of();
        private BitSet beyond = NOTHING;

        Node(@Nullable Step loop) {
            this.loop = loop;
        }

        void follow(int key, List<Node<T>> to) {
            if (loop != null && loop.fits(key) && !to.contains(this)) {
                to.add(this);
            }
            if (single != null && single[key] != null) {
                to.add(single[key]);
            }
            for (var branch : branches) {
                if (branch.step().fits(key)) {
                    to.add(branch.to());
                }
            }
        }

        Node<T> branch(Step step) {
            return step.repeat() == Repeat.ONCE && Integer.bitCount(step.keys()) == 1
                    ? single(Integer.numberOfTrailingZeros(step.keys()))
                    : wide(step);
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        private Node<T> single(int key) {
            if (single == null) {
                single = new Node[Keys.COUNT];
            }
            var next = single[key];
            if (next == null) {
                next = new Node<>(null);
                single[key] = next;
            }
            return next;
        }

        private Node<T> wide(Step step) {
            for (var branch : branches) {
                if (branch.step().equals(step)) {
                    return branch.to();
                }
            }
            var next = new Node<T>(step.repeat() == Repeat.ONCE ? null : step);
            branches = plus(branches, new Branch<>(step, next));
            return next;
        }

        /** Works out the partitions beyond each node; equal sets are kept once. Returns those here and beyond. */
        BitSet settle(Map<BitSet, BitSet> known) {
            var found = new BitSet();
            if (single != null) {
                for (var node : single) {
                    if (node != null) {
                        found.or(node.settle(known));
                    }
                }
            }
            branches.forEach(branch -> found.or(branch.to().settle(known)));
            var here = (BitSet) found.clone();
            entries.forEach(entry -> here.set(entry.partition()));
            beyond = once(loop == null ? found : here, known);
            return once(here, known);
        }

        private static BitSet once(BitSet set, Map<BitSet, BitSet> known) {
            var before = known.putIfAbsent(set, set);
            return before == null ? set : before;
        }
    }

    private record Branch<T>(Step step, Node<T> to) {}
}
