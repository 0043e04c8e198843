package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.security.SecurityClass;

/** Alice opens a meeting, and others dial its number. */
class MeetMeTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.AUTHENTICATED);
    private final Deskphone dave = office.phone("2004");
    private final Deskphone erin = office.phone("2005");
    private final Bridge bridge = office.bridge("CFB_1", true);

    @BeforeEach
    void thereAreNumbers() {
        List.of(alice, bob, carol, dave, erin).forEach(Deskphone::registered);
        office.meetsAt("85X", SecurityClass.NON_SECURE);
        office.meetsAt("860", SecurityClass.AUTHENTICATED);
        office.meetsAt("870", SecurityClass.ENCRYPTED);
    }

    @Test
    void who_dials_the_number_hears_who_is_there() {
        opens(alice, "850");
        assertThat(bridge.seats(alice)).isTrue();
        bob.dialsEnBloc("850");
        carol.dials("850");
        dave.dialsEnBloc("850");

        meet(alice, bob, carol, dave);
        assertThat(alice.display().role()).contains(ConferenceRole.CONTROLLER);
        assertThat(bob.display().role()).contains(ConferenceRole.PARTICIPANT);
        assertThat(office.calls()).hasSize(1);
        assertThat(bridge.rooms()).isEqualTo(1);
    }

    @Test
    void a_meeting_is_opened_from_dial_tone_too() {
        alice.goesOffHook();
        alice.presses(Softkey.MEET_ME);
        "851".chars().forEach(key -> alice.presses((char) key));

        meet(alice);
        assertThat(office.meetings()).isEqualTo(1);
    }

    @Test
    void it_goes_on_without_who_opened_it_and_ends_with_the_last() {
        office.conferences(4, true);
        opens(alice, "850");
        bob.dialsEnBloc("850");
        alice.hangsUp();
        meet(bob);
        carol.dialsEnBloc("850");
        meet(bob, carol);

        bob.hangsUp();
        carol.hangsUp();
        List.of(alice, bob, carol).forEach(Deskphone::isIdle);
        bridge.isEmpty();
        assertThat(office.meetings()).isZero();
        opens(dave, "850");
        meet(dave);
    }

    @Test
    void two_meetings_do_not_hear_each_other() {
        opens(alice, "850");
        opens(dave, "851");
        bob.dialsEnBloc("850");
        erin.dialsEnBloc("851");

        meet(alice, bob);
        meet(dave, erin);
        assertThat(bridge.rooms()).isEqualTo(2);
    }

    @Test
    void a_number_nobody_opened_is_refused() {
        bob.dialsEnBloc("850");

        refused(bob, Phrase.MEET_ME_UNAVAILABLE);
        assertThat(office.meetings()).isZero();
    }

    @Test
    void a_number_is_opened_once() {
        opens(alice, "850");
        opens(bob, "850");

        refused(bob, Phrase.MEET_ME_UNAVAILABLE);
        meet(alice);
    }

    @Test
    void a_number_that_is_for_something_else_opens_nothing() {
        opens(alice, "2002");
        refused(alice, Phrase.MEET_ME_UNAVAILABLE);
        bob.isIdle();

        opens(carol, "999");
        carol.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void no_more_come_than_the_system_allows() {
        office.conferences(3, false);
        opens(alice, "850");
        bob.dialsEnBloc("850");
        carol.dialsEnBloc("850");
        dave.dialsEnBloc("850");

        refused(dave, Phrase.TOO_MANY_PARTICIPANTS);
        meet(alice, bob, carol);
        bob.hangsUp();
        dave.hangsUp();
        dave.dialsEnBloc("850");
        meet(alice, carol, dave);
    }

    @Test
    void who_is_not_secure_enough_neither_opens_nor_comes_in() {
        opens(dave, "860");
        refused(dave, Phrase.SECURITY_ERROR);

        opens(alice, "860");
        carol.dialsEnBloc("860");
        erin.dialsEnBloc("860");
        refused(erin, Phrase.SECURITY_ERROR);
        meet(alice, carol);
    }

    @Test
    void an_encrypted_meeting_shows_the_lock_to_all() {
        opens(alice, "870");
        bob.dialsEnBloc("870");
        carol.dialsEnBloc("870");

        refused(carol, Phrase.SECURITY_ERROR);
        meet(alice, bob);
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void nobody_is_brought_into_a_meeting_who_is_not_secure_enough() {
        opens(alice, "860");
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2004");
        dave.answers();
        alice.presses(Softkey.CONFERENCE);

        dave.isIdle();
        assertThat(alice.explained()).containsExactly(Phrase.SECURITY_ERROR);
        alice.resumes();
        meet(alice);
    }

    @Test
    void without_a_bridge_that_is_secure_enough_nothing_opens() {
        bridge.dies();
        office.bridge("CFB_2", false);
        opens(alice, "860");
        refused(alice, Phrase.NO_CONFERENCE_BRIDGE);
        assertThat(office.meetings()).isZero();

        opens(bob, "850");
        assertThat(office.bridges().getLast().seats(bob)).isTrue();
    }

    @Test
    void all_move_to_another_bridge_when_theirs_dies() {
        var other = office.bridge("CFB_2", true);
        opens(alice, "870");
        bob.dialsEnBloc("870");
        bridge.dies();
        office.settle();

        assertThat(other.seats(alice) && other.seats(bob)).isTrue();
        assertThat(office.meetings()).isEqualTo(1);
        other.dies();
        office.settle();
        alice.isInCallWith(bob);
        assertThat(office.meetings()).isZero();
    }

    @Test
    void a_bridge_without_a_seat_refuses_only_who_comes() {
        opens(alice, "850");
        bridge.seats(1);
        bob.dialsEnBloc("850");

        refused(bob, Phrase.NO_CONFERENCE_BRIDGE);
        meet(alice);
    }

    @Test
    void a_bridge_that_has_no_seat_after_all_costs_only_who_comes() {
        opens(alice, "850");
        bridge.breaksItsWord();
        bob.dialsEnBloc("850");
        bob.isIdle();
        meet(alice);

        opens(dave, "851");
        dave.isIdle();
        assertThat(office.meetings()).isEqualTo(1);
    }

    @Test
    void who_hangs_up_at_the_door_is_not_missed() {
        opens(alice, "850");
        bob.acts(Plot.dial("850"));
        office.deliverOne(0);
        bob.acts(bob.press(Softkey.END_CALL));
        office.settle();
        office.expires(CallTimer.JOIN);

        bob.isIdle();
        meet(alice);
    }

    @Test
    void who_holds_keeps_their_place() {
        opens(alice, "850");
        bob.dialsEnBloc("850");
        alice.holds();
        bob.hangsUp();
        assertThat(office.meetings()).isEqualTo(1);
        alice.resumes();
        meet(alice);
    }

    private static void opens(Deskphone phone, String number) {
        phone.presses(Softkey.MEET_ME);
        phone.dialsEnBloc(number);
    }

    private static void refused(Deskphone phone, Phrase why) {
        phone.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(phone.explained()).endsWith(why);
    }

    private void meet(Deskphone... phones) {
        for (var phone : phones) {
            phone.shows("connected");
            assertThat(bridge.seats(phone)).as("seat of %s", phone.number()).isTrue();
        }
    }
}
