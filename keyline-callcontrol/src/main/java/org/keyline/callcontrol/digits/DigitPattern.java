package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * A number pattern: {@code X} one digit 0-9, {@code !} one or more of them, {@code [2-9]} and {@code [^13]} one of a
 * set, {@code ?} and {@code +} zero or more and one or more of what stands before, {@code .} nothing, {@code \+} the
 * plus itself; every other key means itself.
 *
 * @param steps what must follow what
 */
public record DigitPattern(List<Step> steps) {
    private static final int LONGEST = 50;
    private static final int TEN_DIGITS = 0x3FF;

    public DigitPattern {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A pattern has at least one digit");
        }
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
     * @param keys the keys that fit, one bit each in the order of {@link Keys#ALL}
     */
    public record Step(int keys, Repeat repeat) {
        boolean fits(int key) {
            return (keys & (1 << key)) != 0;
        }
    }

    /** The pattern that matches exactly these keys; {@code +} is the plus itself. */
    public static DigitPattern literal(String digits) {
        return new DigitPattern(digits.chars()
                .mapToObj(key -> once(1 << Keys.index((char) key)))
                .toList());
    }

    /** Reads a pattern; fails with what is wrong with it. */
    public static DigitPattern parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters: " + text);
        }
        var steps = new ArrayList<Step>();
        for (var at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '.' -> {}
                case 'X' -> steps.add(once(TEN_DIGITS));
                case '!' -> steps.add(new Step(TEN_DIGITS, Repeat.ONE_OR_MORE));
                case '?' -> repeatLast(steps, Repeat.ZERO_OR_MORE, text);
                case '+' -> repeatLast(steps, Repeat.ONE_OR_MORE, text);
                case '[' -> {
                    var end = text.indexOf(']', at);
                    steps.add(once(set(text, at + 1, end)));
                    at = end;
                }
                case '\\' -> steps.add(once(1 << Keys.index(text.charAt(++at))));
                default -> steps.add(once(1 << Keys.index(text.charAt(at))));
            }
        }
        return new DigitPattern(steps);
    }

    /**
     * How many numbers of {@code length} keys it matches; of patterns that match, the one with the fewest is closest.
     */
    double breadth(int length) {
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
                keys |= range(Keys.index(text.charAt(at)), Keys.index(text.charAt(at + 2)), text);
                at += 2;
            } else {
                keys |= 1 << Keys.index(text.charAt(at));
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
