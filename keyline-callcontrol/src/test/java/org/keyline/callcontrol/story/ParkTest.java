package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.Forward;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Alice calls Bob, who parks her. */
class ParkTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void aliceTalksToBob() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        office.parksAt("710X");
        office.parksAt(new DirectedCallPark("80X", "", "", "21", Optional.empty()));
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void who_parks_sees_the_slot_and_is_free_and_the_other_is_held() {
        bob.presses(Softkey.PARK);

        assertThat(bob.parkedAt()).containsExactly("7100");
        bob.isIdle();
        assertThat(alice.display().farHeld).isTrue();
        assertThat(alice.display().security).isEmpty();
        assertThat(alice.listening()).isEmpty();
    }

    @Test
    @Spec({"OV-34", "OV-65"})
    void whoever_dials_the_slot_has_the_call_with_new_keys() {
        bob.presses(Softkey.PARK);

        carol.dials("7100");

        carol.isInCallWith(alice);
        assertThat(alice.display().farHeld).isFalse();
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        alice.seesCalling("2003");
        carol.seesRedirection("7100", Reason.PARK_PICKUP);
        assertThat(alice.told(OpenReceive.class).getFirst().key())
                .isNotEqualTo(alice.told(OpenReceive.class).getLast().key());
        assertThat(office.slotsTaken()).isZero();
        assertThat(office.calls()).hasSize(1);
    }

    @Test
    void who_is_parked_while_they_add_who_parks_them_to_a_conference_stays_parked() {
        office.bridge("CFB_1", true);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();

        carol.acts(carol.press(Softkey.PARK));
        alice.acts(alice.press(Softkey.CONFERENCE));
        office.settle();

        assertThat(carol.parkedAt()).containsExactly("7100");
        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_COMPLETE_CONFERENCE);
        assertThat(alice.listening()).isEmpty();
        dave.dials("7100");
        dave.isInCallWith(alice);
    }

    @Test
    void each_call_has_a_slot_of_its_own_and_a_slot_is_used_again() {
        bob.presses(Softkey.PARK);
        carol.dialsEnBloc("2004");
        dave.answers();
        dave.presses(Softkey.PARK);
        assertThat(dave.parkedAt()).containsExactly("7101");
        alice.hangsUp();

        bob.dialsEnBloc("2004");
        dave.answers();
        dave.presses(Softkey.PARK);
        assertThat(dave.parkedAt()).containsExactly("7101", "7100");
    }

    @Test
    void an_empty_slot_gives_reorder_and_says_why() {
        carol.dials("7105");

        carol.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(carol.explained()).containsExactly(Phrase.CANNOT_RETRIEVE_PARKED_CALL);
    }

    @Test
    void without_a_free_slot_the_call_goes_on() {
        office.parksNowhere();
        bob.presses(Softkey.PARK);
        assertThat(bob.explained()).containsExactly(Phrase.NO_PARK_NUMBER);
        alice.isInCallWith(bob);

        office.parksAt("7200");
        carol.dialsEnBloc("2004");
        dave.answers();
        dave.presses(Softkey.PARK);
        bob.presses(Softkey.PARK);
        assertThat(bob.explained()).hasSize(2);
        alice.isInCallWith(bob);
    }

    @Test
    void nobody_takes_the_call_and_it_comes_back_to_who_parked_it() {
        bob.presses(Softkey.PARK);

        office.expires(CallTimer.PARK);

        bob.shows("ringing");
        bob.seesRedirection("2002", Reason.PARK_REVERSION);
        alice.shows("ring-back");
        assertThat(alice.display().farHeld).isFalse();
        assertThat(office.slotsTaken()).isZero();
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void it_comes_back_to_a_phone_that_is_gone_and_the_caller_hears_that() {
        bob.presses(Softkey.PARK);
        bob.vanishes();

        office.expires(CallTimer.PARK);

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
        alice.hangsUp();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void who_is_parked_hangs_up_and_the_slot_is_free() {
        bob.presses(Softkey.PARK);
        alice.hangsUp();
        assertThat(office.slotsTaken()).isZero();
        assertThat(office.calls()).isEmpty();

        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.PARK);
        alice.vanishes();
        assertThat(office.slotsTaken()).isZero();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void who_is_parked_may_hold_and_make_another_call() {
        bob.presses(Softkey.PARK);
        alice.presses(Softkey.NEW_CALL);
        alice.shows("dial tone");
        office.expires(CallTimer.PARK);
        bob.isIdle();

        carol.dials("7100");
        assertThat(carol.display().farHeld).isTrue();
        alice.presses(Softkey.END_CALL);
        alice.resumes();
        carol.isInCallWith(alice);
    }

    @Test
    void the_configuration_of_the_slot_is_deleted_while_somebody_is_parked_there() {
        bob.presses(Softkey.PARK);
        office.parksNowhere();

        carol.dials("7100");
        carol.hearsRefusal(Cause.UNALLOCATED_NUMBER);

        office.expires(CallTimer.PARK);
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void of_two_who_dial_the_slot_in_the_same_moment_one_has_the_call() {
        bob.presses(Softkey.PARK);
        carol.acts(Plot.dial("7100"));
        dave.acts(Plot.dial("7100"));
        office.settle();

        var winner = carol.explained().isEmpty() ? carol : dave;
        var loser = winner == carol ? dave : carol;
        winner.isInCallWith(alice);
        assertThat(loser.explained()).containsExactly(Phrase.CANNOT_RETRIEVE_PARKED_CALL);
    }

    @Test
    void a_parked_call_is_not_transferred() {
        bob.presses(Softkey.PARK);
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();

        alice.presses(Softkey.TRANSFER);

        assertThat(alice.explained()).containsExactly(Phrase.CANNOT_COMPLETE_TRANSFER);
        alice.isStillTalkingTo(carol);
    }

    @Test
    void a_key_that_cannot_park_says_so() {
        bob.holds();
        bob.presses(Softkey.PARK, bob.call());
        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        bob.shows("held");
    }

    @Test
    void with_directed_park_the_user_chooses_the_slot_by_a_transfer() {
        bob.presses(Softkey.TRANSFER);
        digits(bob, "805");
        bob.shows("ring-back");

        bob.presses(Softkey.TRANSFER);

        bob.isIdle();
        assertThat(bob.parkedAt()).containsExactly("805");
        assertThat(alice.display().farHeld).isTrue();
        carol.dials("21805");
        carol.isInCallWith(alice);
        assertThat(office.slotsTaken()).isZero();
        assertThat(office.calls()).hasSize(1);
    }

    @Test
    void a_directed_slot_takes_one_call_and_only_by_transfer() {
        bob.presses(Softkey.TRANSFER);
        digits(bob, "805");
        bob.presses(Softkey.TRANSFER);
        carol.dialsEnBloc("2004");
        dave.answers();

        dave.presses(Softkey.TRANSFER);
        digits(dave, "805");
        assertThat(dave.explained()).containsExactly(Phrase.PARK_SLOT_UNAVAILABLE);
        dave.presses(Softkey.END_CALL);
        dave.resumes();
        dave.isInCallWith(carol);

        bob.dials("806");
        assertThat(bob.explained()).containsExactly(Phrase.PARK_SLOT_UNAVAILABLE);
    }

    @Test
    void a_directed_slot_that_is_not_used_after_all_is_free_again() {
        bob.presses(Softkey.TRANSFER);
        digits(bob, "805");
        assertThat(office.slotsTaken()).isOne();

        bob.presses(Softkey.END_CALL);

        assertThat(office.slotsTaken()).isZero();
        bob.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void a_directed_slot_sends_what_nobody_takes_to_its_reversion_number() {
        office.parksAt(new DirectedCallPark("90X", "", "", "21", Optional.of(new Forward("2003", Optional.empty()))));
        bob.presses(Softkey.TRANSFER);
        digits(bob, "901");
        bob.presses(Softkey.TRANSFER);

        office.expires(CallTimer.PARK);

        bob.isIdle();
        carol.shows("ringing");
        carol.seesLastRedirection("2002", Reason.PARK_REVERSION);
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_parked_call_of_a_shared_line_is_shown_at_none_of_its_phones() {
        var second = office.sharing("2002", "2012");
        second.registered();
        alice.hangsUp();
        alice.dialsEnBloc("2002");
        bob.answers();
        second.shows("in use elsewhere");

        bob.presses(Softkey.PARK);

        second.isIdle();
        assertThat(second.calls()).isEmpty();
    }

    private static void digits(Deskphone phone, String digits) {
        digits.chars().forEach(key -> phone.presses((char) key));
    }
}
