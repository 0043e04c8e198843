package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.dial.ForwardReason;

/** Calls to Bob go to Carol. */
class ForwardTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002").takes(1, 1);
    private final Deskphone carol = office.phone("2003");
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
    }

    @Test
    void calls_from_outside_go_elsewhere_than_those_from_inside() {
        office.forwardsFromOutside("2002", ForwardReason.ALL, "2003");
        var outside = office.gateway("GW1");

        office.calls(outside, "2002");
        carol.shows("ringing");
        bob.isIdle();

        alice.dialsEnBloc("2002");
        bob.shows("ringing");
    }

    @Test
    void all_calls_go_on_at_once_and_the_target_sees_from_where() {
        office.forwards("2002", ForwardReason.ALL, "2003");

        alice.dialsEnBloc("2002");

        bob.isIdle();
        carol.shows("ringing");
        carol.seesCalling("2001");
        carol.seesRedirection("2002", Reason.FORWARD_ALL);
        alice.seesCalled("2003");
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_busy_line_sends_its_calls_on() {
        office.forwards("2002", ForwardReason.BUSY, "2003");
        dave.dialsEnBloc("2002");
        bob.answers();

        alice.dialsEnBloc("2002");

        carol.shows("ringing");
        carol.seesRedirection("2002", Reason.FORWARD_BUSY);
        bob.isStillTalkingTo(dave);
    }

    @Test
    void an_unanswered_call_goes_on_after_its_time() {
        office.forwards("2002", ForwardReason.NO_ANSWER, "2003");
        alice.dialsEnBloc("2002");
        bob.shows("ringing");

        office.expires(CallTimer.FORWARD);

        bob.isIdle();
        carol.shows("ringing");
        carol.seesRedirection("2002", Reason.FORWARD_NO_ANSWER);
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_phone_that_is_not_there_sends_its_calls_on() {
        office.forwards("2002", ForwardReason.UNREGISTERED, "2003");
        bob.vanishes();

        alice.dialsEnBloc("2002");

        carol.shows("ringing");
        carol.seesRedirection("2002", Reason.FORWARD_UNREGISTERED);
    }

    @Test
    void a_phone_that_vanishes_while_it_rings_sends_the_call_on() {
        office.forwards("2002", ForwardReason.UNREGISTERED, "2003");
        alice.dialsEnBloc("2002");

        bob.vanishes();

        carol.shows("ringing");
    }

    @Test
    void a_second_forward_keeps_whom_the_caller_wanted_at_first() {
        office.forwards("2002", ForwardReason.ALL, "2003");
        office.forwards("2003", ForwardReason.NO_ANSWER, "2004");
        alice.dialsEnBloc("2002");
        office.expires(CallTimer.FORWARD);

        dave.shows("ringing");
        dave.seesRedirection("2002", Reason.FORWARD_ALL);
        dave.seesLastRedirection("2003", Reason.FORWARD_NO_ANSWER);
    }

    @Test
    void forwards_that_go_in_a_circle_end_with_reorder() {
        office.forwards("2002", ForwardReason.ALL, "2003");
        office.forwards("2003", ForwardReason.ALL, "2002");

        alice.dialsEnBloc("2002");

        alice.hearsRefusal(Cause.EXCHANGE_ROUTING_ERROR);
        bob.isIdle();
        carol.isIdle();
    }

    @Test
    void a_forward_that_leads_nowhere_ends_with_the_tone_of_an_unknown_number() {
        office.forwards("2002", ForwardReason.ALL, "2999");

        alice.dialsEnBloc("2002");

        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void the_caller_who_gives_up_leaves_nobody_ringing() {
        office.forwards("2002", ForwardReason.NO_ANSWER, "2003");
        alice.dialsEnBloc("2002");
        office.expires(CallTimer.FORWARD);

        alice.hangsUp();

        carol.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_blind_transfer_to_a_line_that_forwards_goes_on_too() {
        office.forwards("2003", ForwardReason.NO_ANSWER, "2004");
        alice.dialsEnBloc("2002");
        bob.answers();
        alice.presses(Softkey.TRANSFER);
        "2003".chars().forEach(key -> alice.presses((char) key));
        alice.presses(Softkey.TRANSFER);
        carol.seesRedirection("2001", Reason.TRANSFER);

        office.expires(CallTimer.FORWARD);

        dave.shows("ringing");
        dave.seesCalling("2002");
        dave.seesRedirection("2001", Reason.TRANSFER);
        dave.seesLastRedirection("2003", Reason.FORWARD_NO_ANSWER);
        dave.answers();
        bob.isInCallWith(dave);
    }

    @Test
    void the_key_takes_a_number_and_sends_all_calls_there_until_it_is_pressed_again() {
        bob.presses(Softkey.FORWARD_ALL);
        bob.shows("dial tone");
        "2003".chars().forEach(key -> bob.presses((char) key));
        bob.isIdle();

        alice.dialsEnBloc("2002");
        carol.shows("ringing");
        alice.hangsUp();

        bob.presses(Softkey.FORWARD_ALL);
        alice.dialsEnBloc("2002");
        bob.shows("ringing");
        carol.isIdle();
    }

    @Test
    void the_key_takes_no_number_that_leads_nowhere() {
        bob.presses(Softkey.FORWARD_ALL);
        "2999".chars().forEach(key -> bob.presses((char) key));
        bob.hearsRefusal(Cause.UNALLOCATED_NUMBER);
        bob.hangsUp();

        alice.dialsEnBloc("2002");
        bob.shows("ringing");
    }
}
