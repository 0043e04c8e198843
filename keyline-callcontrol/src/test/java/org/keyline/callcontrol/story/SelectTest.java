package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.security.SecurityClass;

/** Alice has several calls on her line, and does something with them at once. */
class SelectTest {
    private final Office office = new Office();
    private final Deskphone alice =
            office.phone("2001").security(SecurityClass.ENCRYPTED).lines(2);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);
    private final Deskphone dave = office.phone("2004");
    private final Deskphone erin = office.phone("2005");
    private final Bridge bridge = office.bridge("CFB_1", true);

    @BeforeEach
    void register() {
        List.of(alice, bob, carol, dave, erin).forEach(Deskphone::registered);
    }

    @Test
    void a_call_is_marked_and_no_longer() {
        var first = calls(bob);
        alice.presses(Softkey.SELECT);
        assertThat(alice.marked()).containsExactly(first);
        alice.holds();
        alice.presses(Softkey.SELECT, first);
        assertThat(alice.marked()).isEmpty();
    }

    @Test
    void what_is_no_call_yet_is_not_marked() {
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.SELECT);
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        assertThat(alice.marked()).isEmpty();
    }

    @Test
    void marked_calls_and_the_active_one_become_a_conference() {
        mark(calls(bob));
        mark(calls(carol));
        calls(dave);
        alice.presses(Softkey.JOIN);

        confer(alice, bob, carol, dave);
        assertThat(alice.calls()).hasSize(1);
        assertThat(alice.display().role()).contains(ConferenceRole.CONTROLLER);
        assertThat(alice.marked()).isEmpty();
        assertThat(office.calls()).hasSize(1);
    }

    @Test
    void calls_that_are_all_held_become_a_conference() {
        var first = calls(bob);
        mark(first);
        mark(calls(carol));
        alice.holds();
        alice.presses(Softkey.JOIN, first);

        confer(alice, bob, carol);
        assertThat(alice.calls()).hasSize(1);
    }

    @Test
    void a_conference_takes_in_what_is_marked() {
        calls(bob);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.CONFERENCE);
        mark(alice.call());
        calls(dave);
        alice.presses(Softkey.JOIN);

        confer(alice, bob, carol, dave);
        assertThat(alice.calls()).hasSize(1);
    }

    @Test
    void a_conference_that_is_active_takes_in_a_held_call() {
        mark(calls(dave));
        calls(bob);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.CONFERENCE);
        alice.presses(Softkey.JOIN);

        confer(alice, bob, carol, dave);
        assertThat(alice.calls()).hasSize(1);
    }

    @Test
    void those_beyond_what_the_system_allows_stay_held() {
        office.conferences(3, false);
        mark(calls(bob));
        var second = calls(carol);
        mark(second);
        calls(dave);
        alice.presses(Softkey.JOIN);

        confer(alice, bob, dave);
        assertThat(alice.explained()).containsExactly(Phrase.TOO_MANY_PARTICIPANTS);
        assertThat(alice.calls()).hasSize(2);
        alice.presses(Softkey.RESUME, second);
        alice.isInCallWith(carol);
    }

    @Test
    void one_call_alone_is_not_joined() {
        calls(bob);
        alice.presses(Softkey.JOIN);
        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_JOIN);
        alice.isInCallWith(bob);
    }

    @Test
    void without_a_bridge_all_calls_are_as_they_were() {
        mark(calls(bob));
        mark(calls(dave));
        calls(carol);
        bridge.dies();
        alice.presses(Softkey.JOIN);

        assertThat(alice.explained()).containsExactly(Phrase.NO_CONFERENCE_BRIDGE);
        alice.isStillTalkingTo(carol);
        assertThat(bob.display().farHeld && dave.display().farHeld).isTrue();
        assertThat(alice.calls()).hasSize(3);
        assertThat(alice.marked()).isEmpty();
    }

    @Test
    void a_conference_of_somebody_else_is_not_joined() {
        bob.dialsEnBloc("2001");
        alice.answers();
        bob.presses(Softkey.CONFERENCE);
        bob.dialsEnBloc("2003");
        carol.answers();
        bob.presses(Softkey.CONFERENCE);
        mark(alice.call());
        calls(dave);
        alice.presses(Softkey.JOIN);

        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_JOIN);
        alice.isStillTalkingTo(dave);
    }

    @Test
    void calls_of_another_line_are_not_joined() {
        mark(calls(bob));
        alice.pressesLine(2);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.JOIN);

        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_JOIN);
        alice.isStillTalkingTo(carol);
    }

    @Test
    void two_marked_calls_are_connected_and_alice_is_out() {
        mark(calls(bob));
        mark(calls(carol));
        alice.presses(Softkey.DIRECT_TRANSFER);

        alice.isIdle();
        bob.isInCallWith(carol);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void a_marked_call_and_the_active_one_are_connected() {
        mark(calls(bob));
        calls(carol);
        alice.presses(Softkey.DIRECT_TRANSFER);

        alice.isIdle();
        bob.isInCallWith(carol);
    }

    @Test
    void two_held_calls_are_connected() {
        var first = calls(bob);
        mark(first);
        mark(calls(carol));
        alice.holds();
        alice.presses(Softkey.DIRECT_TRANSFER, first);

        alice.isIdle();
        bob.isInCallWith(carol);
    }

    @Test
    void one_call_or_three_are_not_connected() {
        mark(calls(bob));
        alice.presses(Softkey.DIRECT_TRANSFER);
        alice.isInCallWith(bob);
        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_COMPLETE_TRANSFER);

        mark(alice.call());
        mark(calls(carol));
        mark(calls(dave));
        alice.presses(Softkey.DIRECT_TRANSFER);
        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_COMPLETE_TRANSFER, Phrase.CANNOT_COMPLETE_TRANSFER);
        alice.isStillTalkingTo(dave);
    }

    @Test
    void somebody_hangs_up_while_they_are_joined() {
        mark(calls(bob));
        mark(calls(carol));
        calls(dave);
        alice.acts(alice.press(Softkey.JOIN));
        dave.acts(dave.press(Softkey.END_CALL));
        office.settle();
        List.of(alice, bob, carol, dave).forEach(SelectTest::endsAll);
        office.settle();
        List.of(alice, bob, carol, dave).forEach(Deskphone::isIdle);
    }

    private static void endsAll(Deskphone phone) {
        List.copyOf(phone.calls().keySet()).forEach(call -> phone.presses(Softkey.END_CALL, call));
    }

    private CallReference calls(Deskphone other) {
        if (!alice.calls().isEmpty()) {
            alice.does(new StationSignal.Press(Softkey.NEW_CALL, new LineInstance(1), CallReference.NONE));
        }
        alice.dialsEnBloc(other.number());
        other.answers();
        alice.isStillTalkingTo(other);
        return alice.call();
    }

    private void mark(CallReference call) {
        alice.presses(Softkey.SELECT, call);
        assertThat(alice.marked()).contains(call);
    }

    private void confer(Deskphone... phones) {
        for (var phone : phones) {
            assertThat(bridge.seats(phone)).as("seat of %s", phone.number()).isTrue();
        }
    }
}
