package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

/** Random plans, against a plain reading of the rules that tries every pattern by regular expression. */
class PlanPropertiesTest {
    private static final List<String> ORDER = List.of("near", "far", "");

    /** The numbers of up to four digits that the patterns below can tell apart. */
    private static final List<String> NUMBERS = numbers();

    /** A pattern of a partition. */
    record Given(String pattern, String partition, boolean urgent) {
        boolean matches(String digits) {
            return Pattern.matches(expression(), digits);
        }

        private String expression() {
            return pattern.replace(".", "")
                    .replace("?", "*")
                    .replace("X", "[0-9]")
                    .replace("!", "[0-9]+");
        }

        /** How many numbers of this length it matches, counted; the digits 4 to 9 are alike to these patterns. */
        long breadth(int length) {
            return NUMBERS.stream()
                    .filter(number -> number.length() == length)
                    .filter(this::matches)
                    .mapToLong(number -> Math.round(Math.pow(7, (double)
                            number.chars().filter(digit -> digit == '4').count())))
                    .sum();
        }

        boolean anyLength() {
            return pattern.matches(".*[!?+].*");
        }

        TranslationPattern translation() {
            return TranslationPattern.of(pattern, partition)
                    .called(new CalledTransformation(DigitDiscard.NONE, "", "*"))
                    .treated(urgent ? Treatment.URGENT : Treatment.USUAL);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void the_plan_chooses_as_the_plain_rules_do(@ForAll("patterns") List<Given> patterns) {
        var plan = plan(patterns);

        for (var number : NUMBERS) {
            assertThat(winner(plan, number)).as(number + " in " + patterns).isEqualTo(plainly(patterns, number));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void no_number_has_two_winners_whatever_order_the_patterns_come_in(
            @ForAll("patterns") List<Given> patterns, @ForAll long seed) {
        var shuffled = new ArrayList<>(patterns);
        Collections.shuffle(shuffled, new Random(seed));

        var one = plan(patterns);
        var other = plan(shuffled);

        for (var number : NUMBERS) {
            assertThat(winner(one, number)).isEqualTo(winner(other, number));
            assertThat(one.explain(Plan.CALLER, number, Instant.EPOCH).steps().getFirst().candidates().stream()
                            .filter(candidate -> candidate.standing() == Explanation.Standing.WINS))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void one_more_pattern_changes_nothing_for_numbers_it_does_not_match(
            @ForAll("patterns") List<Given> patterns, @ForAll("pattern") Given another) {
        var before = plan(patterns);
        var after = plan(Stream.concat(patterns.stream(), Stream.of(another)).toList());

        for (var number : NUMBERS) {
            if (!another.matches(number)) {
                assertThat(winner(after, number)).isEqualTo(winner(before, number));
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_number_is_waited_for_as_long_as_a_longer_one_is_possible(@ForAll("patterns") List<Given> patterns) {
        var plan = plan(patterns);

        for (var number : NUMBERS) {
            if (number.length() < 3) {
                var longer = NUMBERS.stream()
                        .filter(other -> other.length() > number.length() && other.startsWith(number))
                        .anyMatch(other -> patterns.stream().anyMatch(given -> given.matches(other)));
                var step =
                        plan.explain(Plan.CALLER, number, Instant.EPOCH).steps().getFirst();
                assertThat(!longer || step.longer())
                        .as(number + " in " + patterns)
                        .isTrue();
            }
        }
    }

    private static DialPlan plan(List<Given> patterns) {
        var plan = new Plan().space("caller", "near", "far");
        patterns.stream().distinct().map(Given::translation).forEach(plan::translate);
        return plan.compile();
    }

    private static Optional<String> winner(DialPlan plan, String number) {
        return plan.explain(Plan.CALLER, number, Instant.EPOCH).steps().getFirst().candidates().stream()
                .filter(candidate -> candidate.standing() == Explanation.Standing.WINS)
                .map(candidate -> candidate.pattern() + "@" + candidate.partition())
                .findFirst();
    }

    private static Optional<String> plainly(List<Given> patterns, String number) {
        return patterns.stream()
                .filter(given -> given.matches(number))
                .min(Comparator.<Given>comparingLong(given -> given.breadth(number.length()))
                        .thenComparing(Given::anyLength)
                        .thenComparingInt(given -> ORDER.indexOf(given.partition()))
                        .thenComparing(Given::pattern))
                .map(given -> given.pattern() + "@" + given.partition());
    }

    @Provide
    Arbitrary<List<Given>> patterns() {
        return pattern()
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> list.stream()
                        .collect(Collectors.toMap(
                                given -> given.pattern() + "@" + given.partition(), given -> given, (one, _) -> one))
                        .values()
                        .stream()
                        .toList());
    }

    /** At most one part of any length, at the end: of more, the plan counts ways to match instead of numbers. */
    @Provide
    Arbitrary<Given> pattern() {
        var parts = Arbitraries.of("1", "2", "3", "X", "[12]", "[^12]", "[1-3]")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        parts,
                        Arbitraries.of("", "", "!", "X?", ".!"),
                        Arbitraries.of(ORDER),
                        Arbitraries.of(true, false))
                .as((first, last, partition, urgent) -> new Given(String.join("", first) + last, partition, urgent));
    }

    private static List<String> numbers() {
        var all = new ArrayList<>(List.of("1", "2", "3", "4"));
        for (var at = 0; all.get(at).length() < 4; at++) {
            for (var digit : List.of("1", "2", "3", "4")) {
                all.add(all.get(at) + digit);
            }
        }
        return List.copyOf(all);
    }
}
