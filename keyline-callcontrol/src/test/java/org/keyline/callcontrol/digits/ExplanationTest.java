package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Explanation.Candidate;
import org.keyline.callcontrol.digits.Explanation.Kind;
import org.keyline.callcontrol.digits.Explanation.Standing;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

class ExplanationTest {
    private final Plan plan = new Plan().space("caller", "near", "far", "night");

    @Test
    void every_pattern_that_matches_is_told_with_why_it_does_not_win() {
        plan.schedule(new TimeSchedule("never", List.of()))
                .partition(new Partition("night", "", Optional.of("never"), Optional.empty()))
                .line("2001", "near")
                .line("2001", "far")
                .line("2001", "night")
                .line("2001", "elsewhere")
                .translate(TranslationPattern.of("20XX", "near"))
                .translate(TranslationPattern.of("2!", ""));

        var steps = explain("2001").steps();

        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().candidates())
                .startsWith(
                        new Candidate("2001", "near", Kind.LINE, Standing.WINS),
                        new Candidate("2001", "far", Kind.LINE, Standing.LATER_PARTITION),
                        new Candidate("20XX", "near", Kind.TRANSLATION, Standing.LESS_CLOSE),
                        new Candidate("2!", "", Kind.TRANSLATION, Standing.LESS_CLOSE))
                .contains(
                        new Candidate("2001", "night", Kind.LINE, Standing.NOT_NOW),
                        new Candidate("2001", "elsewhere", Kind.LINE, Standing.NOT_REACHED))
                .hasSize(6);
        assertThat(steps.getFirst().longer()).isTrue();
    }

    @Test
    void each_translation_is_a_step_of_its_own() {
        plan.line("2001", "near")
                .translate(TranslationPattern.of("5XXX", "near").in("caller").called(mask("6XXX")))
                .translate(TranslationPattern.of("6XXX", "near").in("caller").called(mask("2XXX")));

        var explained = explain("5001");

        assertThat(explained.steps().stream().map(Explanation.Step::digits)).containsExactly("5001", "6001", "2001");
        assertThat(explained.steps().getFirst().hop().orElseThrow().after()).isEqualTo("6001");
        assertThat(explained.result()).isInstanceOf(Analysis.Matched.class);
    }

    @Test
    void a_blocked_number_ends_where_it_is_blocked() {
        plan.translate(
                TranslationPattern.of("0!", "near").treated(Treatment.URGENT.blocking(ReleaseCause.CALL_REJECTED)));

        var explained = explain("0900");

        assertThat(explained.steps()).hasSize(1);
        assertThat(((Analysis.Matched) explained.result()).route().target()).isInstanceOf(Target.Blocked.class);
    }

    @Test
    void a_circle_is_told_up_to_the_last_translation_allowed() {
        plan.translate(TranslationPattern.of("5XXX", ""));

        assertThat(explain("5001").steps()).hasSize(DialPlan.MOST_TRANSLATIONS + 1);
    }

    @Test
    void a_number_that_nobody_has_has_no_candidates() {
        assertThat(explain("77").steps())
                .singleElement()
                .satisfies(step -> assertThat(step.candidates()).isEmpty());
        assertThat(explain("77").result()).isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void of_patterns_in_one_partition_that_are_equally_close_the_text_decides() {
        plan.translate(TranslationPattern.of("1[4-6]", "near").treated(Treatment.USUAL.blocking(ReleaseCause.NO_ERROR)))
                .translate(TranslationPattern.of("1[2-4]", "near")
                        .treated(Treatment.USUAL.blocking(ReleaseCause.NO_ERROR)));

        assertThat(explain("14").steps().getFirst().candidates())
                .containsExactly(
                        new Candidate("1[2-4]", "near", Kind.TRANSLATION, Standing.WINS),
                        new Candidate("1[4-6]", "near", Kind.TRANSLATION, Standing.LATER_IN_ORDER));
    }

    private Explanation explain(String digits) {
        return plan.compile().explain(Plan.CALLER, digits, Instant.EPOCH);
    }

    private static CalledTransformation mask(String mask) {
        return new CalledTransformation(DigitDiscard.NONE, mask, "");
    }
}
