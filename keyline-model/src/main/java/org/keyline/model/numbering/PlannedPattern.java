package org.keyline.model.numbering;

import java.util.List;
import java.util.stream.IntStream;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.NumberShape;
import org.keyline.model.dial.TaggedDigits;

/**
 * A pattern with {@code @}.
 *
 * @param head what stands before it; as many digits as it has steps
 * @param numbers what it stands for
 */
public record PlannedPattern(DigitPattern head, PlanNumbers numbers) implements NumberShape {
    /**
     * The numbers of one form: patterns with {@code @} compete with others as if each form were a pattern of its own.
     *
     * @param form of the plan
     */
    public record OfForm(PlannedPattern pattern, int form) implements NumberShape {
        @Override
        public double breadth(int length) {
            return pattern.breadth(form, length);
        }

        @Override
        public boolean anyLength() {
            return pattern.numbers.anyLength(form);
        }

        @Override
        public int beforeDot(String digits) {
            return pattern.beforeDot(digits);
        }

        @Override
        public int beforeAt(String digits) {
            return pattern.beforeAt(digits);
        }

        @Override
        public List<TaggedDigits> parts(String digits) {
            return pattern.parts(digits);
        }
    }

    /** Whether digits match. */
    public boolean matches(String digits) {
        var before = head.steps().size();
        return digits.length() >= before
                && head.matches(digits.substring(0, before))
                && numbers.contains(digits.substring(before));
    }

    private double breadth(int form, int length) {
        var before = head.steps().size();
        return head.breadth(before) * numbers.breadth(form, length - before);
    }

    @Override
    public double breadth(int length) {
        return IntStream.range(0, numbers.forms())
                .mapToDouble(form -> breadth(form, length))
                .sum();
    }

    @Override
    public boolean anyLength() {
        return true;
    }

    @Override
    public int beforeDot(String digits) {
        return Math.min(head.dot(), digits.length());
    }

    @Override
    public int beforeAt(String digits) {
        return head.beforeAt(digits);
    }

    @Override
    public List<TaggedDigits> parts(String digits) {
        return numbers.parts(digits.substring(beforeAt(digits)));
    }
}
