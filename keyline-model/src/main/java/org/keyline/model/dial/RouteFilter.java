package org.keyline.model.dial;

import java.util.List;
import java.util.Optional;

/**
 * Which numbers of a numbering plan {@code @} stands for.
 *
 * @param name its name
 * @param description free text
 * @param plan the numbering plan's name
 * @param clauses a number must satisfy one of them; without any, every number does
 */
public record RouteFilter(String name, String description, String plan, List<Clause> clauses) {
    /** The most clauses of a filter. */
    public static final int MOST_CLAUSES = 10;

    public RouteFilter {
        clauses = List.copyOf(clauses);
    }

    /** What must hold of a number at once. */
    public record Clause(List<Condition> conditions) {
        /** Every number satisfies it. */
        public static final Clause ALL = new Clause(List.of());

        /** No number satisfies it. */
        public static final Clause NONE = new Clause(List.of(
                Condition.of(NumberTag.SUBSCRIBER, Operator.EXISTS),
                Condition.of(NumberTag.SUBSCRIBER, Operator.DOES_NOT_EXIST)));

        public Clause {
            conditions = List.copyOf(conditions);
        }

        /** Whether a number of these parts satisfies it. */
        public boolean admits(List<TaggedDigits> number) {
            return conditions.stream().allMatch(condition -> condition.admits(number));
        }

        /** What is said of a part, if anything is; a clause speaks of a part once. */
        public Optional<Condition> on(NumberTag tag) {
            return conditions.stream()
                    .filter(condition -> condition.tag() == tag && condition.operator() != Operator.NOT_SELECTED)
                    .findFirst();
        }
    }

    /** What can be said of a part. */
    public enum Operator {
        /** Nothing. */
        NOT_SELECTED,
        /** The number has such a part. */
        EXISTS,
        /** The number has no such part. */
        DOES_NOT_EXIST,
        /** The number has such a part, and it matches the value. */
        EQUALS
    }

    /**
     * What must hold of one part.
     *
     * @param value what the part must match, where the operator is {@link Operator#EQUALS}
     */
    public record Condition(NumberTag tag, Operator operator, DigitPattern value) {
        /** A condition without a value. */
        public static Condition of(NumberTag tag, Operator operator) {
            return new Condition(tag, operator, DigitPattern.NO_DIGITS);
        }

        /** The part must be there and match. */
        public static Condition equal(NumberTag tag, String value) {
            return new Condition(tag, Operator.EQUALS, DigitPattern.parse(value));
        }

        /** Whether it holds of a number of these parts. */
        public boolean admits(List<TaggedDigits> number) {
            var part = number.stream().filter(each -> each.tag() == tag).findFirst();
            return switch (operator) {
                case NOT_SELECTED -> true;
                case EXISTS -> part.isPresent();
                case DOES_NOT_EXIST -> part.isEmpty();
                case EQUALS -> part.filter(each -> value.matches(each.digits())).isPresent();
            };
        }
    }

    /** Whether a number of these parts is one of its numbers. */
    public boolean admits(List<TaggedDigits> number) {
        return clauses.isEmpty() || clauses.stream().anyMatch(clause -> clause.admits(number));
    }
}
