package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.digits.TrieNode.Branch;
import org.keyline.model.dial.DialKeys;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.DigitPattern.Repeat;
import org.keyline.model.dial.DigitPattern.Step;
import org.keyline.model.dial.NumberShape;
import org.keyline.model.numbering.PlannedPattern;

/**
 * All patterns of all partitions in one trie. Every node knows the partitions of the patterns beyond it, so that "can
 * it still become a longer number for this caller?" is one intersection.
 *
 * @param <T> what a number leads to
 */
final class DigitTrie<T> {
    private final TrieNode<T> root;

    private DigitTrie(TrieNode<T> root) {
        this.root = root;
    }

    /**
     * A pattern of a partition.
     *
     * @param text the pattern as it is written
     * @param shape the pattern, where it has wildcards; a plain number matches only itself
     * @param outsideDialTone whether those on the way to it shall hear the outside dial tone
     */
    record Entry<T>(String text, @Nullable NumberShape shape, int partition, boolean outsideDialTone, T target) {
        /** How many numbers of this length it matches. */
        double breadth(int length) {
            return shape == null ? 1 : shape.breadth(length);
        }

        boolean anyLength() {
            return shape != null && shape.anyLength();
        }
    }

    /**
     * What the digits found.
     *
     * @param best the closest match, if any
     * @param longer whether longer numbers are possible
     * @param outsideDialTone whether everything still possible asks for the outside dial tone
     */
    record Found<T>(@Nullable Entry<T> best, boolean longer, boolean outsideDialTone) {}

    /** The closest match for a caller. */
    Found<T> find(String digits, Reach reach) {
        var reached = walk(digits);
        @Nullable Entry<T> best = null;
        var longer = false;
        var quiet = false;
        for (var i = 0; i < reached.size(); i++) {
            var node = reached.get(i);
            longer = longer || reach.reachesAny(node.beyond());
            quiet = quiet || reach.reachesAny(node.quiet());
            best = closer(node, best, digits.length(), reach);
        }
        return new Found<>(best, longer, longer && !quiet);
    }

    private static <T> @Nullable Entry<T> closer(Place<T> node, @Nullable Entry<T> before, int length, Reach reach) {
        var best = before;
        var entries = node.entries();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (reach.reaches(entry.partition()) && (best == null || compare(entry, best, length, reach) < 0)) {
                best = entry;
            }
        }
        return best;
    }

    /** The shortest beginning of digits, and not all of them, whose closest match is wanted: one walk for all. */
    Optional<Beginning<T>> beginning(String digits, Reach reach, Predicate<T> wanted) {
        var frontier = new Frontier<>(root);
        for (var length = 1; length < digits.length(); length++) {
            frontier.advance(DialKeys.of(digits.charAt(length - 1)));
            @Nullable Entry<T> best = null;
            for (var i = 0; i < frontier.size(); i++) {
                best = closer(frontier.get(i), best, length, reach);
            }
            if (best != null && wanted.test(best.target())) {
                return Optional.of(new Beginning<>(best, length));
            }
            if (frontier.size() == 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A match of the first digits. */
    record Beginning<T>(Entry<T> entry, int length) {}

    /** Every pattern that matches, whoever reaches it. */
    List<Entry<T>> matches(String digits) {
        var found = new ArrayList<Entry<T>>();
        var reached = walk(digits);
        for (var i = 0; i < reached.size(); i++) {
            found.addAll(reached.get(i).entries());
        }
        return found;
    }

    /**
     * The closer one first, and of patterns that match as many numbers of this length, those that match no other
     * length; of equally close ones the one of the earlier partition; last, by their texts.
     */
    static int compare(Entry<?> one, Entry<?> other, int length, Reach reach) {
        var order = Double.compare(one.breadth(length), other.breadth(length));
        if (order == 0) {
            order = Boolean.compare(one.anyLength(), other.anyLength());
        }
        if (order == 0) {
            order = Integer.compare(reach.rank(one.partition()), reach.rank(other.partition()));
        }
        return order == 0 ? one.text().compareTo(other.text()) : order;
    }

    private Frontier<T> walk(String digits) {
        var frontier = new Frontier<>(root);
        for (var at = 0; at < digits.length() && frontier.size() > 0; at++) {
            frontier.advance(DialKeys.of(digits.charAt(at)));
        }
        return frontier;
    }

    /** The places that the digits so far lead to. */
    private static final class Frontier<T> {
        private List<Place<T>> now = new ArrayList<>(4);
        private List<Place<T>> next = new ArrayList<>(4);

        Frontier(Place<T> root) {
            now.add(root);
        }

        int size() {
            return now.size();
        }

        Place<T> get(int index) {
            return now.get(index);
        }

        void advance(int key) {
            next.clear();
            for (var i = 0; key >= 0 && i < now.size(); i++) {
                now.get(i).follow(key, next);
            }
            var before = now;
            now = next;
            next = before;
        }
    }

    /** Collects patterns; {@link #build} makes the trie of them. */
    static final class Builder<T> {
        private final TrieNode<T> root = new TrieNode<>(null);
        private final Map<BitSet, BitSet> sets = new HashMap<>();

        /** A number that matches only itself; {@code +} is the plus itself. */
        void addNumber(String digits, int partition, T target) {
            var node = root;
            for (var at = 0; at < digits.length(); at++) {
                node = node.single(DialKeys.index(digits.charAt(at)));
            }
            node.add(new Entry<>(digits, null, partition, false, target));
        }

        void add(DigitPattern pattern, int partition, boolean outsideDialTone, T target) {
            var ends = List.of(root);
            for (var step : pattern.steps()) {
                ends = after(ends, step);
            }
            var entry = new Entry<>(pattern.text(), pattern, partition, outsideDialTone, target);
            ends.forEach(end -> end.add(entry));
        }

        /** A pattern that ends with {@code @}; where that stands for no number, it leads nowhere. */
        void add(PlannedPattern pattern, int partition, boolean outsideDialTone, T target) {
            if (pattern.numbers().isEmpty()) {
                return;
            }
            var end = root;
            for (var step : pattern.head().steps()) {
                end = end.branch(step);
            }
            end.numbers(pattern.numbers()).add(pattern, partition, outsideDialTone, target);
        }

        DigitTrie<T> build() {
            settle(root);
            return new DigitTrie<>(root);
        }

        private static <T> List<TrieNode<T>> after(List<TrieNode<T>> ends, Step step) {
            var next = new ArrayList<TrieNode<T>>(ends.size() + 1);
            if (step.repeat() == Repeat.ZERO_OR_MORE) {
                next.addAll(ends);
            }
            for (var end : ends) {
                next.add(end.branch(step));
            }
            return next;
        }

        /** Works out the partitions beyond each node; returns those here and beyond. Equal sets are kept once. */
        private Within settle(TrieNode<T> node) {
            var all = new BitSet();
            var quiet = new BitSet();
            for (var child : node.children()) {
                settle(child).addTo(all, quiet);
            }
            for (var branch : node.branches()) {
                switch (branch) {
                    case Branch.Steps<T>(var _, var to) -> settle(to).addTo(all, quiet);
                    case Branch.Numbers<T>(var patterns) ->
                        new Within(patterns.partitions(), patterns.quiet()).addTo(all, quiet);
                }
            }
            var beyond = once(all);
            for (var entry : node.entries()) {
                all.set(entry.partition());
                quiet.set(entry.partition(), quiet.get(entry.partition()) || !entry.outsideDialTone());
            }
            var here = new Within(once(all), once(quiet));
            node.settle(node.loops() ? here.all() : beyond, here.quiet());
            return here;
        }

        private BitSet once(BitSet set) {
            var before = sets.get(set);
            if (before != null) {
                return before;
            }
            var kept = (BitSet) set.clone();
            sets.put(kept, kept);
            return kept;
        }
    }

    /**
     * The partitions of patterns at a node and beyond.
     *
     * @param quiet of those that do not ask for the outside dial tone
     */
    private record Within(BitSet all, BitSet quiet) {
        void addTo(BitSet everything, BitSet everythingQuiet) {
            everything.or(all);
            everythingQuiet.or(quiet);
        }
    }
}
