package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.callcontrol.digits.Analysis.NeedMore;
import org.keyline.callcontrol.digits.Analysis.Unmatched;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

class TranslationTest {
    private static final TranslationPattern FIVE = TranslationPattern.of("5XXX", "");

    private final Plan plan = new Plan().line("2001", "").line("7001", "hidden").space("caller");

    @Test
    void a_translated_number_reaches_the_line() {
        var route = plan.translate(FIVE.called(mask("2XXX"))).route("5001");

        assertThat(Plan.line(route)).isEqualTo("2001@");
        assertThat(route.dialled()).isEqualTo("5001");
        assertThat(route.called()).isEqualTo("2001");
        assertThat(route.hops()).containsExactly(new Route.Hop("5XXX", "", "5001", "2001", CallingTransformation.NONE));
    }

    @Test
    void a_translated_number_is_looked_up_in_the_translations_own_search_space_only() {
        plan.space("inner", "hidden")
                .space("caller", "outer")
                .translate(TranslationPattern.of("8001", "outer").in("inner").called(mask("7XXX")));

        assertThat(Plan.line(plan.route("8001"))).isEqualTo("7001@hidden");
        assertThat(plan.dial("7001")).isInstanceOf(Unmatched.class);
    }

    @Test
    void a_translation_without_a_search_space_finds_what_everyone_reaches() {
        plan.space("caller", "hidden").translate(FIVE.called(mask("7XXX")));

        assertThat(plan.dial("5001")).isInstanceOf(Unmatched.class);
        assertThat(Plan.line(plan.route("7001"))).isEqualTo("7001@hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "9.!,       9123,   PRE_DOT,                '',      '',  123",
        "9.!#,      9123#,  PRE_DOT,                '',      '',  123#",
        "9.!#,      9123#,  PRE_DOT_TRAILING_HASH,  '',      '',  123",
        "9.!#,      9123#,  TRAILING_HASH,          '',      '',  9123",
        "9.!,       9123,   TRAILING_HASH,          '',      '',  9123",
        "'8[12]!.XX', 81999, PRE_DOT,               '',      '',  99",
        "9.XXXX,    91234,  PRE_DOT,                '20XX',  '',  2034",
        "9.XXXX,    91234,  PRE_DOT,                '20XX',  00,  002034",
        "45000,     45000,  NONE,                   35XXX,   '',  35000",
        "12,        12,     NONE,                   555XXX,  '',  55512",
        "123456,    123456, NONE,                   XX,      '',  56",
        "12,        12,     NONE,                   '',      +8,  +812"
    })
    void digits_are_discarded_then_masked_then_prefixed(
            String pattern, String dialled, DigitDiscard discard, String mask, String prefix, String called) {
        var translation =
                TranslationPattern.of(pattern, "outer").called(new CalledTransformation(discard, mask, prefix));

        var route = new Plan()
                .space("caller", "outer")
                .space("inner", "called")
                .translate(translation.in("inner"))
                .line(called, "called")
                .route(dialled);

        assertThat(route.called()).isEqualTo(called);
    }

    @Test
    void the_callers_number_is_shown_by_external_mask_then_mask_then_prefix_at_each_translation() {
        var route = plan.translate(FIVE.called(mask("6XXX")).calling(new CallingTransformation(true, "XXXXXXX", "0")))
                .translate(TranslationPattern.of("6XXX", "")
                        .called(mask("2XXX"))
                        .calling(new CallingTransformation(false, "", "+1")))
                .route("5001");

        assertThat(route.calling("1234", Optional.of("021255XXXX"))).isEqualTo("+102551234");
        assertThat(route.calling("1234", Optional.empty())).isEqualTo("+101234");
    }

    @Test
    void a_blocked_pattern_refuses_with_its_cause() {
        plan.translate(FIVE.treated(Treatment.URGENT.blocking(ReleaseCause.NUMBER_CHANGED)));

        assertThat(plan.route("5001").target()).isEqualTo(new Target.Blocked(Cause.NUMBER_CHANGED));
    }

    @Test
    void translations_in_a_circle_end_in_a_refusal() {
        plan.translate(FIVE.called(mask("6XXX")));
        plan.translate(TranslationPattern.of("6XXX", "").called(mask("5XXX")));

        var route = plan.route("5001");

        assertThat(route.target()).isEqualTo(new Target.TooManyTranslations());
        assertThat(route.hops()).hasSize(DialPlan.MOST_TRANSLATIONS + 1);
    }

    @Test
    void ten_translations_may_follow_each_other() {
        for (var i = 0; i < DialPlan.MOST_TRANSLATIONS; i++) {
            plan.translate(TranslationPattern.of("30" + i, "").called(mask("30" + (i + 1))));
        }
        plan.line("3010", "");

        assertThat(Plan.line(plan.route("300"))).isEqualTo("3010@");
    }

    @Test
    void a_number_that_grows_beyond_all_bounds_is_refused() {
        plan.translate(
                TranslationPattern.of("!", "").called(new CalledTransformation(DigitDiscard.NONE, "", "1".repeat(49))));

        assertThat(plan.route("44").target()).isEqualTo(new Target.NumberTooLong());
    }

    @Test
    void an_urgent_translation_is_taken_at_once_and_another_waits() {
        var urgent = FIVE.called(mask("2XXX"));
        var patient = urgent.treated(Treatment.USUAL);

        assertThat(new Plan()
                        .line("2001", "")
                        .line("50017", "")
                        .translate(urgent)
                        .dial("5001"))
                .isInstanceOf(Matched.class);
        assertThat(new Plan()
                        .line("2001", "")
                        .line("50017", "")
                        .translate(patient)
                        .dial("5001"))
                .isInstanceOfSatisfying(
                        NeedMore.class, more -> assertThat(more.now()).isPresent());
    }

    @Test
    void digits_after_an_urgent_translation_go_on_with_the_number_it_made() {
        plan.line("30012", "").translate(TranslationPattern.of("9X", "").called(mask("30")));

        assertThat(plan.dial("95")).isInstanceOf(NeedMore.class);
        assertThat(plan.dial("950")).isInstanceOf(NeedMore.class);
        assertThat(Plan.line(plan.route("95012"))).isEqualTo("30012@");
        assertThat(plan.route("95012").hops())
                .containsExactly(new Route.Hop("9X", "", "95", "30", CallingTransformation.NONE));
        assertThat(plan.dial("9599")).isInstanceOf(Unmatched.class);
        assertThat(plan.compile().explain(Plan.CALLER, "95012", Instant.EPOCH).steps().stream()
                        .map(Explanation.Step::digits))
                .containsExactly("95012", "30012");
    }

    @Test
    void an_urgent_pattern_that_is_not_the_best_match_loses_no_longer_number_its_chance() {
        plan.line("5001", "").line("50017", "").translate(FIVE.called(mask("2XXX")));

        assertThat(plan.dial("5001"))
                .isInstanceOfSatisfying(
                        NeedMore.class,
                        more -> assertThat(more.now())
                                .hasValueSatisfying(
                                        route -> assertThat(Plan.line(route)).isEqualTo("5001@")));
    }

    @Test
    void codes_of_every_pattern_on_the_way_are_asked_for_and_the_highest_level_counts() {
        plan.translate(FIVE.called(mask("6XXX")).treated(Treatment.URGENT.asking(level(3))));
        plan.translate(TranslationPattern.of("6XXX", "")
                .called(mask("2XXX"))
                .treated(Treatment.URGENT.asking(new CodeDemand(Optional.of(7), true))));

        assertThat(plan.route("5001").codes()).isEqualTo(new CodeDemand(Optional.of(7), true));
    }

    @Test
    void help_is_called_at_once_and_without_any_code() {
        plan.line("91155", "");
        plan.translate(TranslationPattern.of("9.911", "")
                .called(new CalledTransformation(DigitDiscard.PRE_DOT, "", ""))
                .treated(Treatment.USUAL.asking(level(200))));
        plan.line("99115", "");
        plan.translate(TranslationPattern.of("911", "").called(mask("2001")).treated(Treatment.EMERGENCY));

        for (var dialled : new String[] {"911", "9911"}) {
            var route = plan.route(dialled);
            assertThat(route.emergency()).isTrue();
            assertThat(route.codes()).isEqualTo(CodeDemand.NONE);
            assertThat(Plan.line(route)).isEqualTo("2001@");
        }
    }

    @Test
    void the_outside_dial_tone_is_given_when_everything_still_possible_asks_for_it() {
        var outside = TranslationPattern.of("9.1!", "").treated(Treatment.USUAL.withOutsideDialTone());
        plan.translate(outside);

        assertThat(outsideTone("")).isFalse();
        assertThat(outsideTone("9")).isTrue();

        plan.line("9001", "");
        assertThat(outsideTone("9")).isFalse();
        assertThat(outsideTone("91")).isTrue();
    }

    @Test
    void the_pattern_of_a_hot_line_matches_before_any_digit() {
        plan.space("caller", "hot").translate(TranslationPattern.of("", "hot").called(mask("2001")));

        assertThat(Plan.line(plan.route(""))).isEqualTo("2001@");
    }

    private boolean outsideTone(String digits) {
        return ((NeedMore) plan.dial(digits)).outsideDialTone();
    }

    private static CodeDemand level(int level) {
        return new CodeDemand(Optional.of(level), false);
    }

    private static CalledTransformation mask(String mask) {
        return new CalledTransformation(DigitDiscard.NONE, mask, "");
    }
}
