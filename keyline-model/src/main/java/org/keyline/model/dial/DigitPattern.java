package org.keyline.model.dial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number pattern: {@code X} one digit 0-9, {@code !} one or more of them, {@code [2-9]} and {@code [^13]} one of a
 * set, {@code ?} and {@code +} zero or more and one or more of what stands before, {@code .} nothing, {@code \+} the
 * plus itself, {@code @} at the end every number of a numbering plan; every other key means itself.
 *
 * @param text as it is written
 * @param steps what must follow what, before the {@code @} where it has one
 * @param dot how many steps stand before the dot; none where there is no dot
 * @param planned whether it ends with {@code @}; which numbers those are is known to the numbering plan alone, and what
 *     is said here of lengths, matches and closeness is said of the digits before them
 */
public record DigitPattern(String text, List<Step> steps, int dot, boolean planned) implements NumberShape {
    /** What matches before any digit is dialled: the number of a hot line. */
    public static final DigitPattern NO_DIGITS = new DigitPattern("", List.of(), 0, false);

    private static final String NUMBERS = "@";
    private static final int LONGEST = 50;
    private static final int TEN_DIGITS = 0x3FF;

    public DigitPattern {
        steps = List.copyOf(steps);
    }

    /** How often a step is taken. */
    public enum Repeat {
        ONCE,
        ZERO_OR_MORE,
        ONE_OR_MORE
    }

    /**
     * One place of a pattern.
     *
     * @param keys the keys that fit, one bit each in the order of {@link DialKeys#ALL}
     */
    public record Step(int keys, Repeat repeat) {
        /** Whether the key of this number fits. */
        public boolean fits(int key) {
            return (keys & (1 << key)) != 0;
        }

        private IntStream digits() {
            return DialKeys.ALL.chars().filter(key -> fits(DialKeys.of((char) key)));
        }
    }

    /** The pattern that matches exactly these keys; {@code +} is the plus itself. */
    public static DigitPattern literal(String digits) {
        return new DigitPattern(
                digits,
                digits.chars()
                        .mapToObj(key -> once(1 << DialKeys.index((char) key)))
                        .toList(),
                0,
                false);
    }

    /** Reads a pattern; fails with what is wrong with it. */
    public static DigitPattern parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters: " + text);
        }
        var steps = new ArrayList<Step>();
        var dot = 0;
        var dotted = false;
        var planned = text.endsWith(NUMBERS);
        for (var at = 0; at < text.length() - (planned ? 1 : 0); at++) {
            switch (text.charAt(at)) {
                case '.' -> {
                    if (dotted) {
                        throw new IllegalArgumentException("A pattern has one dot at most: " + text);
                    }
                    dotted = true;
                    dot = steps.size();
                }
                case 'X' -> steps.add(once(TEN_DIGITS));
                case '!' -> steps.add(new Step(TEN_DIGITS, Repeat.ONE_OR_MORE));
                case '?' -> repeatLast(steps, Repeat.ZERO_OR_MORE, text);
                case '+' -> repeatLast(steps, Repeat.ONE_OR_MORE, text);
                case '[' -> {
                    var end = text.indexOf(']', at);
                    steps.add(once(set(text, at + 1, end)));
                    at = end;
                }
                case '\\' -> steps.add(once(1 << DialKeys.index(escaped(text, ++at))));
                default -> steps.add(once(1 << DialKeys.index(text.charAt(at))));
            }
        }
        if (steps.isEmpty() && !planned) {
            throw new IllegalArgumentException("A pattern has at least one digit");
        }
        if (planned && anyLength(steps)) {
            throw new IllegalArgumentException("Before the @ stand digits, X and sets only: " + text);
        }
        return new DigitPattern(text, steps, dot, planned);
    }

    /** The steps, where "one or more" is one, then none or more. */
    public List<Step> simpleSteps() {
        var simple = new ArrayList<Step>();
        for (var step : steps) {
            if (step.repeat() == Repeat.ONE_OR_MORE) {
                simple.add(new Step(step.keys(), Repeat.ONCE));
                simple.add(new Step(step.keys(), Repeat.ZERO_OR_MORE));
            } else {
                simple.add(step);
            }
        }
        return simple;
    }

    @Override
    public int beforeAt(String digits) {
        return planned ? Math.min(steps.size(), digits.length()) : 0;
    }

    @Override
    public List<TaggedDigits> parts(String digits) {
        return List.of();
    }

    /** How many of {@code digits}, which match, belong to what stands before the dot; as few as can be. */
    @Override
    public int beforeDot(String digits) {
        var head = steps.subList(0, dot);
        if (head.stream().allMatch(step -> step.repeat() == Repeat.ONCE)) {
            return Math.min(dot, digits.length());
        }
        var tail = steps.subList(dot, steps.size());
        for (var split = 0; split <= digits.length(); split++) {
            if (matches(head, digits.substring(0, split)) && matches(tail, digits.substring(split))) {
                return split;
            }
        }
        return 0;
    }

    /** Whether digits match; for one pattern alone, a trie answers for many. */
    public boolean matches(String digits) {
        return matches(steps, digits);
    }

    private static boolean matches(List<Step> steps, String digits) {
        var reached = new BitSet();
        reached.set(0);
        for (var step : steps) {
            reached = after(step, reached, digits);
        }
        return reached.get(digits.length());
    }

    /** Up to where digits may be used up once a step is taken, given where it may begin. */
    private static BitSet after(Step step, BitSet before, String digits) {
        var after = step.repeat() == Repeat.ZERO_OR_MORE ? (BitSet) before.clone() : new BitSet();
        for (var at = 0; at < digits.length(); at++) {
            var key = DialKeys.of(digits.charAt(at));
            var begins = before.get(at) || (step.repeat() != Repeat.ONCE && after.get(at));
            if (begins && key >= 0 && step.fits(key)) {
                after.set(at + 1);
            }
        }
        return after;
    }

    /**
     * Whether there are numbers that match both, and for which neither pattern is the closer one. Of patterns with
     * {@code @} it is said as if their numbers were the same.
     */
    public boolean tiesWith(DigitPattern other) {
        if (anyLength() != other.anyLength() || planned != other.planned || excludes(other)) {
            return false;
        }
        var common = new PatternOverlap(this, other).lengths(LONGEST);
        for (var length = 0; length <= LONGEST; length++) {
            if (common[length] && breadth(length) == other.breadth(length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether no number begins as both do, as far as each step takes one key: told at a glance for nearly all pairs.
     */
    private boolean excludes(DigitPattern other) {
        var most = Math.min(steps.size(), other.steps.size());
        for (var i = 0; i < most; i++) {
            var mine = steps.get(i);
            var theirs = other.steps.get(i);
            if (mine.repeat() != Repeat.ONCE || theirs.repeat() != Repeat.ONCE) {
                return false;
            }
            if ((mine.keys() & theirs.keys()) == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Every number it matches, in order, where all have the same length.
     *
     * @param most how many there may be
     * @throws IllegalArgumentException where they have different lengths, or are more
     */
    public List<String> numbers(int most) {
        if (anyLength() || breadth(steps.size()) > most) {
            throw new IllegalArgumentException("Not a range of at most " + most + " numbers: " + text);
        }
        var numbers = List.of("");
        for (var step : steps) {
            numbers = numbers.stream()
                    .flatMap(number -> step.digits().mapToObj(key -> number + (char) key))
                    .toList();
        }
        return numbers;
    }

    /** Whether it matches numbers of different lengths. */
    @Override
    public boolean anyLength() {
        return anyLength(steps);
    }

    private static boolean anyLength(List<Step> steps) {
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).repeat() != Repeat.ONCE) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many numbers of {@code length} keys it matches; of patterns that match, the one with the fewest is closest.
     */
    @Override
    public double breadth(int length) {
        return anyLength() ? breadthOfAny(length) : length == steps.size() ? breadthOfOne() : 0;
    }

    /** Asked for each match of each digit: it allocates nothing. */
    private double breadthOfOne() {
        var ways = 1.0;
        for (var i = 0; i < steps.size(); i++) {
            ways *= Integer.bitCount(steps.get(i).keys());
        }
        return ways;
    }

    private double breadthOfAny(int length) {
        var ways = new double[length + 1];
        ways[0] = 1;
        for (var step : steps) {
            ways = after(step, ways);
        }
        return ways[length];
    }

    private static double[] after(Step step, double[] before) {
        var choices = Integer.bitCount(step.keys());
        var after = new double[before.length];
        for (var i = 0; i < before.length; i++) {
            after[i] = step.repeat() == Repeat.ZERO_OR_MORE ? before[i] : 0;
            if (i > 0) {
                after[i] += choices
                        * (step.repeat() == Repeat.ONCE
                                ? before[i - 1]
                                : before[i - 1] + carried(step, after, before, i));
            }
        }
        return after;
    }

    /** What the step itself already took of the keys before {@code i}, without its empty case counted twice. */
    private static double carried(Step step, double[] after, double[] before, int i) {
        return step.repeat() == Repeat.ZERO_OR_MORE ? after[i - 1] - before[i - 1] : after[i - 1];
    }

    private static char escaped(String text, int at) {
        if (at >= text.length()) {
            throw new IllegalArgumentException("Nothing follows the \\ of " + text);
        }
        return text.charAt(at);
    }

    private static Step once(int keys) {
        return new Step(keys, Repeat.ONCE);
    }

    private static void repeatLast(List<Step> steps, Repeat repeat, String text) {
        if (steps.isEmpty() || steps.getLast().repeat() != Repeat.ONCE) {
            throw new IllegalArgumentException("Nothing stands before the ? or + of " + text);
        }
        steps.add(new Step(steps.removeLast().keys(), repeat));
    }

    private static int set(String text, int from, int to) {
        if (to < 0) {
            throw new IllegalArgumentException("No ] closes the [ of " + text);
        }
        var negated = from < to && text.charAt(from) == '^';
        var keys = 0;
        for (var at = negated ? from + 1 : from; at < to; at++) {
            if (at + 2 < to && text.charAt(at + 1) == '-') {
                keys |= range(DialKeys.index(text.charAt(at)), DialKeys.index(text.charAt(at + 2)), text);
                at += 2;
            } else {
                keys |= 1 << DialKeys.index(text.charAt(at));
            }
        }
        var found = negated ? TEN_DIGITS & ~keys : keys;
        if (found == 0) {
            throw new IllegalArgumentException("A set of " + text + " holds no digit");
        }
        return found;
    }

    private static int range(int first, int last, String text) {
        if (first > last) {
            throw new IllegalArgumentException("A range of " + text + " runs backwards");
        }
        return (1 << (last + 1)) - (1 << first);
    }
}
