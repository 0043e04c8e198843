package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.route.TrunkState;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteGroup.Distribution;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RoutePattern.Way;
import org.keyline.model.dial.RouteTables;

/** Calls that lead out by route lists. */
class OutsideCallTest {
    private static final RoutePattern NINE = RoutePattern.of("9.!", "", new Way.List("City"))
            .called(new CalledTransformation(DigitDiscard.PRE_DOT, "", ""))
            .calling(new CallingTransformation(false, "", "555"));

    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob).forEach(Deskphone::registered);
        office.routes(tables(NINE, RoutePattern.of("8.!", "", new Way.Device("GW3"))));
    }

    private static RouteTables tables(RoutePattern... patterns) {
        var local = new RouteGroup("Local", Distribution.TOP_DOWN, List.of("GW1", "GW2"));
        var far = new RouteGroup("Far", Distribution.TOP_DOWN, List.of("GW4"));
        var abroad = new RouteList.Member(
                "Far",
                Optional.of(new CalledTransformation(DigitDiscard.PRE_DOT, "", "0049")),
                Optional.of(new CallingTransformation(false, "", "0049555")));
        return new RouteTables(
                List.of(patterns),
                Map.of("City", new RouteList("City", "", true, List.of(RouteList.Member.of("Local"), abroad))),
                Map.of("Local", local, "Far", far));
    }

    @Test
    void where_no_gateway_is_registered_the_caller_hears_reorder() {
        alice.dialsEnBloc("91234");

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
        assertThat(office.exhausted()).containsExactly("City");
        alice.hangsUp();
        alice.isIdle();
    }

    @Test
    void where_all_circuits_are_taken_the_caller_is_told_so() {
        office.gateway("GW2").is(TrunkState.NO_CIRCUIT);
        alice.dialsEnBloc("91234");

        alice.hearsRefusal(Cause.NO_CIRCUIT);
        assertThat(office.exhausted()).containsExactly("City");
    }

    @Test
    void a_pattern_with_one_gateway_has_no_list_to_exhaust() {
        alice.dialsEnBloc("81234");

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
        assertThat(office.exhausted()).isEmpty();
    }

    @Test
    void the_first_gateway_with_a_circuit_is_sent_the_patterns_numbers() {
        var busy = office.gateway("GW1").is(TrunkState.NO_CIRCUIT);
        var free = office.gateway("GW2");
        alice.dialsEnBloc("91234");

        assertThat(free.sent()).containsExactly("1234 from 5552001");
        assertThat(busy.sent()).isEmpty();
        alice.shows("ring-back");
        free.answers();
        alice.shows("connected");
        alice.hangsUp();
        alice.isIdle();
        free.isEmpty();
    }

    @Test
    void a_gateway_that_refuses_is_followed_by_one_that_is_sent_its_own_numbers() {
        office.gateway("GW1").refuses(Cause.TEMPORARY_FAILURE);
        var far = office.gateway("GW4");
        alice.dialsEnBloc("91234");

        assertThat(far.sent()).containsExactly("00491234 from 00495552001");
        far.answers();
        alice.shows("connected");
        assertThat(office.exhausted()).isEmpty();
    }

    @Test
    void a_gateway_that_does_not_reply_is_followed_by_the_next() {
        office.gateway("GW1");
        var far = office.gateway("GW4");
        alice.acts(Plot.dial("91234"));
        office.deliverOne(0);
        office.calls().forEach(office::expire);
        office.settle();

        assertThat(far.sent()).hasSize(1);
    }

    @Test
    void who_is_busy_outside_is_busy_by_every_way() {
        office.gateway("GW1").refuses(Cause.USER_BUSY);
        var other = office.gateway("GW2");
        alice.dialsEnBloc("91234");

        alice.hearsRefusal(Cause.USER_BUSY);
        assertThat(other.sent()).isEmpty();
        assertThat(office.exhausted()).isEmpty();
    }

    @Test
    void who_does_not_answer_outside_is_called_by_no_other_way() {
        office.gateway("GW1");
        var other = office.gateway("GW2");
        alice.dialsEnBloc("91234");
        office.expires(CallTimer.NO_ANSWER);

        alice.hearsRefusal(Cause.NO_ANSWER);
        assertThat(other.sent()).isEmpty();
    }

    @Test
    void a_line_forwards_its_calls_outside() {
        var gateway = office.gateway("GW1");
        office.forwards("2002", ForwardReason.ALL, "91234");
        alice.dialsEnBloc("2002");

        assertThat(gateway.sent()).containsExactly("1234 from 5552001");
    }

    @Test
    void who_hangs_up_meanwhile_ends_it_there_too() {
        var gateway = office.gateway("GW1");
        alice.dialsEnBloc("91234");
        alice.hangsUp();

        gateway.isEmpty();
        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_blocked_pattern_leads_nowhere() {
        var gateway = office.gateway("GW1");
        office.routes(tables(NINE.treated(NINE.treatment().blocking(ReleaseCause.CALL_REJECTED))));
        alice.dialsEnBloc("91234");

        alice.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void the_way_out_has_its_own_dial_tone_unless_it_is_switched_off() {
        alice.dials("9");
        alice.shows("outside dial tone");
    }
}
