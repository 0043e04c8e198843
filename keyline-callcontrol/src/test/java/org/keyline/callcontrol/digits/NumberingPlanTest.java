package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.digits.Explanation.Dropped;
import org.keyline.callcontrol.digits.Explanation.Standing;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RouteFilter.Operator;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.TaggedDigits;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

/** Patterns with {@code @}, among others, in one dial plan. */
class NumberingPlanTest {
    private final Plan plan = new Plan().space("caller", "near", "far");

    @ParameterizedTest
    @CsvSource({
        "9,             more",
        "91,            more",
        "9911,          matched",
        "9988,          later",
        "95551212,      matched",
        "95552212,      later",
        "92125551212,   matched",
        "912125551212,  matched",
        "90,            later",
        "901133144556,  later",
        "901133144556#, matched",
        "9011491234567890123, later",
        "9011491234567890123#, matched",
        "9111,          unmatched",
        "8,             unmatched"
    })
    void digits_wait_only_where_a_longer_number_is_possible(String digits, String what) {
        plan.route(Plan.out("9.@", "near"));

        assertThat(
                        switch (plan.dial(digits)) {
                            case Analysis.Unmatched _ -> "unmatched";
                            case Analysis.NeedMore(var now, var _) -> now.isPresent() ? "later" : "more";
                            case Analysis.Matched _ -> "matched";
                        })
                .isEqualTo(what);
    }

    @Test
    void a_filter_that_leaves_no_longer_number_saves_the_wait() {
        plan.filter("Seven digits", Condition.of(NumberTag.LOCAL_AREA_CODE, Operator.DOES_NOT_EXIST))
                .route(Plan.out("9.@", "near").over(PlanUse.NANP.filtered("Seven digits")));

        assertThat(plan.dial("95552212")).isInstanceOf(Analysis.Matched.class);
        assertThat(plan.dial("92125551212")).isInstanceOf(Analysis.Unmatched.class);
        assertThat(plan.dial("912125551212")).isInstanceOf(Analysis.Matched.class);
    }

    @Test
    void a_filter_that_is_gone_leaves_nothing() {
        plan.route(Plan.out("9.@", "near").over(PlanUse.NANP.filtered("Gone")));

        assertThat(plan.dial("9911")).isInstanceOf(Analysis.Unmatched.class);
        assertThat(plan.dial("9")).isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void each_form_of_a_number_is_as_close_as_a_pattern_of_its_own() {
        plan.route(Plan.out("9.@", "near"))
                .route(Plan.out("9.1212XXXXXXX", "far"))
                .route(Plan.out("9.1XXXXXXXXXX", "far"))
                .route(Plan.out("9.9XX", "far"));

        assertThat(pattern("912125551212")).isEqualTo("9.1212XXXXXXX");
        assertThat(pattern("913125551212")).isEqualTo("9.@");
        assertThat(pattern("9911")).isEqualTo("9.@");
    }

    @Test
    void the_closer_filter_wins_over_all_numbers_and_the_earlier_partition_over_the_same_ones() {
        plan.filter("New York", Condition.equal(NumberTag.AREA_CODE, "212"))
                .route(Plan.out("9.@", "near"))
                .route(Plan.out("9@", "far").over(PlanUse.NANP.filtered("New York")));

        assertThat(pattern("912125551212")).isEqualTo("9@");
        assertThat(pattern("913125551212")).isEqualTo("9.@");
        plan.route(Plan.out("9@", "near"));
        assertThat(partition("913125551212")).isEqualTo("near");
    }

    @Test
    void an_urgent_pattern_does_not_wait_for_longer_numbers() {
        plan.route(Plan.out("9.@", "near").treated(Treatment.URGENT));

        assertThat(plan.route("95552212").target()).isInstanceOf(Target.Outside.class);
    }

    @Test
    void the_outside_dial_tone_sounds_where_all_that_is_possible_asks_for_it() {
        plan.route(Plan.out("9.@", "near"));

        assertThat(plan.dial("9")).isEqualTo(new Analysis.NeedMore(Optional.empty(), true));
        plan.line("9999", "near");
        assertThat(plan.dial("9")).isEqualTo(new Analysis.NeedMore(Optional.empty(), false));
        assertThat(plan.dial("91")).isEqualTo(new Analysis.NeedMore(Optional.empty(), true));
    }

    @Test
    void who_does_not_reach_the_partition_does_not_reach_its_numbers() {
        plan.route(Plan.out("9.@", "elsewhere"));

        assertThat(plan.dial("9911")).isInstanceOf(Analysis.Unmatched.class);
        assertThat(plan.dial("9")).isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void the_sign_may_stand_alone_and_in_a_translation() {
        plan.space("out", "gate")
                .route(Plan.out("@", "gate"))
                .translate(TranslationPattern.of("8@", "near")
                        .in("out")
                        .called(new CalledTransformation(DigitDiscard.PRE_AT, "", "")));

        assertThat(plan.route("8911").called()).isEqualTo("911");
        assertThat(plan.route("812125551212").target()).isInstanceOf(Target.Outside.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.@  | NONE                                    | 912125551212        | 912125551212",
                "9.@  | NO_DIGITS                               | 912125551212        | 912125551212",
                "9.@  | PRE_DOT                                 | 912125551212        | 12125551212",
                "9.8@ | PRE_DOT                                 | 9812125551212       | 812125551212",
                "9.8@ | PRE_AT                                  | 9812125551212       | 12125551212",
                "98@  | PRE_AT                                  | 9812125551212       | 12125551212",
                "9.@  | TEN_TEN_DIALING                         | 9101032112125551212 | 912125551212",
                "9.@  | PRE_DOT_TEN_TEN_DIALING                 | 9101032112125551212 | 12125551212",
                "9.@  | PRE_DOT_TEN_TEN_DIALING                 | 912125551212        | 12125551212",
                "9.@  | PRE_AT_TEN_TEN_DIALING_TRAILING_HASH    | 9101032101133144556#| 01133144556",
                "9.@  | PRE_DOT_TEN_TEN_DIALING                 | 9101032101133144556#| 01133144556#",
                "9.@  | PRE_DOT_ELEVEN_TO_TEN                   | 912125551212        | 2125551212",
                "9.@  | PRE_DOT_ELEVEN_TO_TEN                   | 902125551212        | 2125551212",
                "9.@  | PRE_DOT_ELEVEN_TO_TEN                   | 9101032112125551212 | 2125551212",
                "9.@  | PRE_DOT_ELEVEN_TO_TEN                   | 95551212            | 5551212",
                "9.@  | PRE_DOT_ELEVEN_TO_TEN                   | 9101032100          | 101032100",
                "9.@  | PRE_DOT_ELEVEN_TEN_TO_SEVEN             | 912125551212        | 5551212",
                "9.@  | PRE_DOT_ELEVEN_TEN_TO_SEVEN             | 92125551212         | 5551212",
                "9.@  | PRE_DOT_ELEVEN_TEN_TO_SEVEN             | 9911                | 911",
                "9.@  | ELEVEN_TEN_TO_SEVEN                     | 912125551212        | 95551212",
                "9.8@ | PRE_AT_INTL_TOLL_BYPASS_TRAILING_HASH   | 9801133144556#      | 144556",
                "9.8@ | PRE_DOT_INTL_TOLL_BYPASS_TRAILING_HASH  | 9801133144556#      | 8144556",
                "9.@  | INTL_TOLL_BYPASS                        | 901133144556#       | 9144556#",
                "9.@  | TRAILING_HASH                           | 901133144556#       | 901133144556",
                "9.@  | PRE_DOT_TRAILING_HASH                   | 901133144556#       | 01133144556"
            })
    void digits_are_discarded_by_what_they_are(String pattern, DigitDiscard discard, String dialled, String sent) {
        plan.route(Plan.out(pattern, "near").called(new CalledTransformation(discard, "", "")));

        assertThat(plan.route(dialled).called()).isEqualTo(sent);
    }

    @Test
    void a_member_of_a_route_list_discards_by_what_digits_are_too() {
        plan.route(Plan.out("9.@", "near").called(new CalledTransformation(DigitDiscard.PRE_DOT, "", "")));
        var route = plan.route("912125551212");
        var member = new RouteList.Member(
                "Local",
                Optional.of(new CalledTransformation(DigitDiscard.PRE_AT_ELEVEN_TEN_TO_SEVEN, "", "")),
                Optional.empty());

        assertThat(route.called((Target.Outside) route.target(), member)).isEqualTo("5551212");
    }

    @Test
    void the_explanation_names_filter_parts_and_what_is_thrown_away() {
        plan.filter("New York", Condition.equal(NumberTag.AREA_CODE, "212"))
                .filter("Boston", Condition.equal(NumberTag.AREA_CODE, "617"))
                .route(Plan.out("9.@", "near")
                        .over(PlanUse.NANP.filtered("New York"))
                        .called(new CalledTransformation(DigitDiscard.PRE_DOT_ELEVEN_TO_TEN, "", "")))
                .route(Plan.out("9.@", "far").over(PlanUse.NANP.filtered("Boston")));

        var step = plan.compile()
                .explain(Plan.CALLER, "912125551212", Instant.EPOCH)
                .steps()
                .getFirst();

        var winner = step.candidates().getFirst();
        assertThat(winner.standing()).isEqualTo(Standing.WINS);
        assertThat(winner.filter()).contains("New York");
        assertThat(winner.parts())
                .containsExactly(
                        new TaggedDigits(NumberTag.LONG_DISTANCE_DIRECT_DIAL, "1"),
                        new TaggedDigits(NumberTag.AREA_CODE, "212"),
                        new TaggedDigits(NumberTag.OFFICE_CODE, "555"),
                        new TaggedDigits(NumberTag.SUBSCRIBER, "1212"));
        assertThat(step.dropped())
                .containsExactly(new Dropped("PreDot", "9"), new Dropped("LONG-DISTANCE-DIRECT-DIAL", "1"));
        assertThat(step.candidates()).hasSize(2).last().satisfies(other -> {
            assertThat(other.standing()).isEqualTo(Standing.FILTERED_OUT);
            assertThat(other.filter()).contains("Boston");
        });
    }

    private String pattern(String digits) {
        return outside(digits).pattern();
    }

    private String partition(String digits) {
        return outside(digits).partition();
    }

    private RoutePattern outside(String digits) {
        return ((Target.Outside) plan.route(digits).target()).pattern();
    }
}
