package org.keyline.model.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RouteFilter.Operator;

class RouteFilterTest {
    private static final NumberingPlan PLAN = NumberingPlans.named("NANP").orElseThrow();
    private static final PlanNumbers ALL = PlanNumbers.all(PLAN);

    @ParameterizedTest
    @CsvSource({
        "AREA-CODE == 212,               12125551212,  true",
        "AREA-CODE == 212,               02125551212,  true",
        "AREA-CODE == 212,               13125551212,  false",
        "AREA-CODE == 212,               2125551212,   false",
        "AREA-CODE == 212,               911,          false",
        "AREA-CODE == [2-4]XX,           14125551212,  true",
        "AREA-CODE == [2-4]XX,           15125551212,  false",
        "AREA-CODE == 2!,                12125551212,  true",
        "LOCAL-AREA-CODE DOES-NOT-EXIST, 5551212,      true",
        "LOCAL-AREA-CODE DOES-NOT-EXIST, 2125551212,   false",
        "INTERNATIONAL-ACCESS EXISTS,    0114930123,   true",
        "INTERNATIONAL-ACCESS EXISTS,    12125551212,  false",
        "COUNTRY-CODE == 4X,             01149301234,  true",
        "COUNTRY-CODE == 4X,             01133144556,  false",
        "NATIONAL-NUMBER == 30!,         01149301234,  true",
        "NATIONAL-NUMBER == 30!,         01149401234,  false",
        "SUBSCRIBER == 1212,             5551212,      true",
        "SUBSCRIBER == 1212,             5551213,      false",
        "TRANSIT-NETWORK == 0[1-3]XX,    101032112125551212, true",
        "AREA-CODE NOT-SELECTED,         911,          true"
    })
    void a_condition_leaves_the_numbers_of_which_it_holds(String condition, String number, boolean left) {
        var numbers = PlanNumbers.of(PLAN, List.of(new Clause(List.of(condition(condition)))));

        assertThat(numbers.contains(number)).isEqualTo(left);
    }

    /** What calls walk, against the plain meaning of clauses. */
    @Property(tries = 100)
    void a_number_is_left_if_one_clause_holds_of_its_parts(@ForAll("clauses") List<Clause> clauses, @ForAll long seed) {
        var filtered = PlanNumbers.of(PLAN, clauses);
        var filter = new RouteFilter("any", "", "NANP", clauses);
        var random = new RandomNumbers(seed);

        for (var i = 0; i < 50; i++) {
            var number = random.of(PLAN);
            assertThat(filtered.contains(number))
                    .as(number + " of " + clauses)
                    .isEqualTo(filter.admits(ALL.parts(number)));
            assertThat(filtered.parts(number)).isEqualTo(filtered.contains(number) ? ALL.parts(number) : List.of());
        }
    }

    @Property(tries = 100)
    void one_more_clause_takes_no_number_away_and_one_more_condition_adds_none(
            @ForAll("clauses") List<Clause> clauses, @ForAll("clause") Clause another, @ForAll long seed) {
        var before = PlanNumbers.of(PLAN, List.of(clauses.getFirst()));
        var alternatives = PlanNumbers.of(PLAN, List.of(clauses.getFirst(), another));
        var both = PlanNumbers.of(PLAN, List.of(and(clauses.getFirst(), another)));
        var random = new RandomNumbers(seed);

        for (var i = 0; i < 50; i++) {
            var number = random.of(PLAN);
            assertThat(!before.contains(number) || alternatives.contains(number))
                    .isTrue();
            assertThat(!both.contains(number) || before.contains(number)).isTrue();
        }
    }

    @Property(tries = 100)
    void the_numbers_left_are_counted(@ForAll("clauses") List<Clause> clauses, @ForAll long seed) {
        var filtered = PlanNumbers.of(PLAN, clauses);
        var number = new RandomNumbers(seed).of(PLAN);
        var form = ALL.form(number);

        assertThat(filtered.breadth(form, number.length())).isBetween(0.0, ALL.breadth(form, number.length()));
        assertThat(filtered.contains(number)).isEqualTo(filtered.form(number) == form);
        assertThat(!filtered.contains(number) || filtered.breadth(form, number.length()) > 0)
                .isTrue();
    }

    @Property(tries = 100)
    void exists_and_does_not_exist_divide_the_plan(@ForAll NumberTag tag, @ForAll long seed) {
        var with = PlanNumbers.of(PLAN, List.of(new Clause(List.of(Condition.of(tag, Operator.EXISTS)))));
        var without = PlanNumbers.of(PLAN, List.of(new Clause(List.of(Condition.of(tag, Operator.DOES_NOT_EXIST)))));
        var number = new RandomNumbers(seed).of(PLAN);

        assertThat(with.contains(number)).isNotEqualTo(without.contains(number));
    }

    @Test
    void clauses_that_contradict_themselves_leave_nothing() {
        assertThat(PlanNumbers.of(PLAN, List.of(Clause.NONE)).isEmpty()).isTrue();
        assertThat(PlanNumbers.of(PLAN, List.of(new Clause(List.of(condition("AREA-CODE == 12")))))
                        .isEmpty())
                .isTrue();
        assertThat(PlanNumbers.of(
                                PLAN,
                                List.of(new Clause(
                                        List.of(condition("SERVICE EXISTS"), condition("AREA-CODE EXISTS")))))
                        .isEmpty())
                .isTrue();
    }

    @Provide
    Arbitrary<List<Clause>> clauses() {
        return clause().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Clause> clause() {
        return conditions().list().ofMaxSize(3).uniqueElements(Condition::tag).map(Clause::new);
    }

    private static Arbitrary<Condition> conditions() {
        var digits = Arbitraries.of("2", "5", "X", "[1-4]", "!", "2?", "3+")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(NumberTag.class), Arbitraries.of(Operator.class), digits)
                .as((tag, operator, value) -> operator == Operator.EQUALS
                        ? Condition.equal(tag, String.join("", value))
                        : Condition.of(tag, operator));
    }

    private static Clause and(Clause one, Clause other) {
        var conditions = new ArrayList<>(one.conditions());
        other.conditions().stream()
                .filter(each -> one.conditions().stream().noneMatch(mine -> mine.tag() == each.tag()))
                .forEach(conditions::add);
        return new Clause(conditions);
    }

    private static Condition condition(String text) {
        var words = text.split(" ", -1);
        var tag = NumberTag.of(words[0]).orElseThrow();
        return words[1].equals("==")
                ? Condition.equal(tag, words[2])
                : Condition.of(tag, Operator.valueOf(words[1].replace('-', '_')));
    }
}
