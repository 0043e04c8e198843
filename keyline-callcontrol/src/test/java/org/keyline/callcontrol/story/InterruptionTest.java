package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.callcontrol.story.Plot.Cast;

/**
 * Every plot, interrupted at every message that is under way: afterwards everybody hangs up, and nothing is left of any
 * call.
 */
class InterruptionTest {
    @SuppressWarnings("unused") // named by the tests
    private static final List<Plot> PLOTS = Plot.ALL;

    @ParameterizedTest
    @FieldSource("PLOTS")
    void a_phone_vanishes_at_any_moment(Plot plot) {
        for (var who = 0; who < new Cast().phones.size(); who++) {
            var vanishing = who;
            everywhere(plot, (cast, _) -> cast.phones.get(vanishing).acts(new StationSignal.Gone("lost")));
        }
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void whatever_a_call_waits_for_does_not_come(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.calls().forEach(cast.office::expire));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void the_music_stops_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.music(false));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void the_phones_cannot_hear_their_groups_at_any_moment(Plot plot) {
        everywhere(
                plot,
                (cast, _) -> cast.phones.forEach(
                        phone -> List.copyOf(phone.groups().values()).forEach(phone::refuses)));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void the_music_is_multicast_or_no_more_from_any_moment_on(Plot plot) {
        everywhere(plot, (cast, step) -> cast.office.jukebox().multicasts(step % 2 == 0));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void announcements_end_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.announcementsEnd());
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void a_user_does_the_same_twice(Plot plot) {
        everywhere(plot, (cast, step) -> plot.steps().get(step).accept(cast));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void phones_report_their_media_twice(Plot plot) {
        everywhere(
                plot,
                (cast, _) -> cast.phones.forEach(phone -> {
                    List.copyOf(phone.listening().values()).forEach(open -> phone.acts(phone.opened(open)));
                    List.copyOf(phone.groups().values()).forEach(join -> phone.acts(Deskphone.joined(join)));
                }));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void a_conference_bridge_dies_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.bridges().getFirst().dies());
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void the_gateways_are_lost_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.gateways().forEach(Gateway::isLost));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void those_outside_hang_up_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.gateways().forEach(Gateway::hangsUp));
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void a_termination_point_dies_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.points().getFirst().dies());
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void a_termination_point_has_no_place_after_all(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.points().getFirst().breaksItsWord());
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void whatever_can_be_dialled_is_deleted_at_any_moment(Plot plot) {
        everywhere(plot, (cast, _) -> cast.office.forgetsNumbers());
    }

    @ParameterizedTest
    @FieldSource("PLOTS")
    void the_lines_of_a_phone_are_deleted_at_any_moment(Plot plot) {
        for (var who = 0; who < new Cast().phones.size(); who++) {
            var losing = who;
            everywhere(plot, (cast, _) -> cast.phones.get(losing).isConfigured(0));
        }
    }

    @Test
    void the_plots_lead_through_every_state_of_a_call() {
        var seen = new HashSet<Class<?>>();
        for (var plot : Plot.ALL) {
            everywhere(
                    plot,
                    (cast, _) -> cast.office
                            .calls()
                            .forEach(call -> seen.add(call.state().getClass())));
        }
        var all = new HashSet<Class<?>>(Arrays.asList(CallState.class.getPermittedSubclasses()));
        all.removeAll(Set.of(CallState.Ended.class));
        assertThat(seen).containsAll(all);
    }

    @Test
    void the_plots_lead_calls_outside_through_what_a_user_can_do_with_them() {
        var seen = new HashSet<Class<?>>();
        var sent = new HashSet<String>();
        for (var plot : Plot.ALL) {
            everywhere(plot, (cast, _) -> {
                cast.office.outsideCalls().forEach(call -> seen.add(call.state().getClass()));
                sent.addAll(cast.town.sent());
                sent.addAll(cast.billed.sent());
            });
        }
        assertThat(seen)
                .contains(
                        CallState.Offering.class,
                        CallState.Ringing.class,
                        CallState.Talking.class,
                        CallState.OnHold.class,
                        CallState.Joining.class,
                        CallState.Leaving.class,
                        CallState.Parked.class,
                        CallState.Conferring.class);
        assertThat(sent).contains("91 from 2001", "77 from 2001");
    }

    @Test
    void the_plots_lead_phones_into_groups() {
        var heard = new HashSet<String>();
        for (var plot : Plot.ALL) {
            everywhere(
                    plot,
                    (cast, _) -> cast.phones.stream()
                            .filter(phone -> !phone.groups().isEmpty())
                            .forEach(phone -> heard.add(phone.number())));
        }
        assertThat(heard).contains("2001", "2003");
    }

    private static void everywhere(Plot plot, BiConsumer<Cast, Integer> interruption) {
        for (var step = 0; step < plot.steps().size(); step++) {
            for (var delivered = 0; interrupt(plot, step, delivered, interruption); delivered++) {}
        }
    }

    /** Interrupts after so many messages of a step; false when the step has no more. */
    private static boolean interrupt(Plot plot, int step, int delivered, BiConsumer<Cast, Integer> interruption) {
        var cast = new Cast();
        try {
            for (var before = 0; before < step; before++) {
                plot.steps().get(before).accept(cast);
                cast.office.settle();
            }
            plot.steps().get(step).accept(cast);
            for (var message = 0; message < delivered; message++) {
                if (!cast.office.deliverOne(0)) {
                    return false;
                }
            }
            interruption.accept(cast, step);
            cast.office.settle();
            assertThat(cast.office.leftOutside())
                    .as("legs outside that are in no call")
                    .isEmpty();
            cast.goHome();
            cast.phones.forEach(Deskphone::isIdle);
            assertThat(cast.office.jukebox().legs())
                    .as("legs left at the music")
                    .isEmpty();
            cast.office.bridges().forEach(Bridge::isEmpty);
            cast.office.gateways().forEach(Gateway::isEmpty);
            cast.office.points().forEach(Bridge::isEmpty);
            assertThat(cast.office.calls()).as("calls left").isEmpty();
            assertThat(cast.office.slotsTaken()).as("slots taken").isZero();
            assertThat(cast.office.roads().reserved()).as("bandwidth taken").isEmpty();
            cast.phones.forEach(
                    phone -> assertThat(cast.office.followedBy(phone).isPresent())
                            .as("%s follows a line", phone.number())
                            .isEqualTo(phone.isRegistered() && phone.state().isCalledBack()));
            assertThat(cast.office.meetings()).as("meetings").isZero();
            assertThat(cast.office.wiped()).as("key sets wiped").hasSize(cast.office.keySetsMade());
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "%s, step %d, after %d messages:%n%s%n%s"
                            .formatted(plot, step, delivered, broken, String.join("\n", cast.office.story())),
                    broken);
        }
        return true;
    }
}
