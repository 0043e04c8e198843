package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.callcontrol.digits.Analysis.NeedMore;
import org.keyline.callcontrol.digits.Analysis.Unmatched;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;

class DialPlanTest {
    private static final SearchOrder NOTHING = new SearchOrder(Optional.empty(), Optional.empty());

    private final DialPlan plan = DialPlan.compile(
            List.of(
                    line("2001", "", "everyone's"),
                    line("3001", "staff", "staff's"),
                    line("3001", "guests", "guests'"),
                    line("30015", "vault", "longer, for few")),
            List.of(),
            Map.of(
                    "staff-first", space("staff-first", "staff", "guests"),
                    "guests-only", space("guests-only", "guests"),
                    "vault-too", space("vault-too", "vault")));

    @Test
    void numbers_without_a_partition_are_reached_by_everyone() {
        assertThat(found(plan.analyse(NOTHING, "2001"))).isEqualTo("everyone's");
    }

    @Test
    void a_number_in_a_partition_is_reached_only_through_a_search_space() {
        assertThat(plan.analyse(NOTHING, "3001")).isInstanceOf(Unmatched.class);
        assertThat(plan.analyse(NOTHING, "3")).isInstanceOf(Unmatched.class);
        assertThat(plan.analyse(order("guests-only", null), "3")).isInstanceOf(NeedMore.class);
        assertThat(found(plan.analyse(order("guests-only", null), "3001"))).isEqualTo("guests'");
    }

    @Test
    void of_equal_matches_the_earlier_partition_wins_and_the_line_comes_before_the_device() {
        assertThat(found(plan.analyse(order("staff-first", null), "3001"))).isEqualTo("staff's");
        assertThat(found(plan.analyse(order("guests-only", "staff-first"), "3001")))
                .isEqualTo("guests'");
    }

    @Test
    void a_longer_number_counts_only_for_those_who_reach_it() {
        assertThat(plan.analyse(order("staff-first", null), "3001")).isInstanceOf(Matched.class);

        assertThat(plan.analyse(order("staff-first", "vault-too"), "3001"))
                .isInstanceOfSatisfying(
                        NeedMore.class, more -> assertThat(more.now()).isPresent());
    }

    @Test
    void a_search_space_that_is_gone_reaches_what_everyone_reaches() {
        assertThat(found(plan.analyse(order("deleted", null), "2001"))).isEqualTo("everyone's");
    }

    @Test
    void what_cannot_be_dialled_matches_nothing() {
        assertThat(plan.analyse(NOTHING, "2x01")).isInstanceOf(Unmatched.class);
        assertThat(plan.analyse(NOTHING, "2".repeat(1_000))).isInstanceOf(Unmatched.class);
    }

    private static String found(Analysis analysis) {
        return ((Destination) ((Matched) analysis).route().target()).line().description();
    }

    private static SearchOrder order(String line, @Nullable String device) {
        return new SearchOrder(Optional.of(line), Optional.ofNullable(device));
    }

    private static CallingSearchSpace space(String name, String... partitions) {
        return new CallingSearchSpace(name, "", List.of(partitions));
    }

    private static Line line(String digits, String partition, String description) {
        return new Line(new DirectoryNumber(digits), partition, description, "", Optional.empty());
    }
}
