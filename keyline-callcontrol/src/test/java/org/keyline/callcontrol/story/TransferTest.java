package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Alice talks to Bob and transfers him to Carol. */
class TransferTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void aliceTalksToBob() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void the_first_press_holds_the_call_and_gives_dial_tone_for_the_transfer() {
        alice.presses(Softkey.TRANSFER);

        alice.shows("dial tone");
        assertThat(alice.calls()).hasSize(2);
        assertThat(bob.display().farHeld).isTrue();
        assertThat(alice.told(StationCommand.GiveDialTone.class))
                .last()
                .extracting(StationCommand.GiveDialTone::purpose)
                .isEqualTo(Purpose.TRANSFER);
    }

    @Test
    void after_a_consultation_the_two_others_talk_and_the_one_in_between_is_free() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        alice.isStillTalkingTo(carol);

        alice.presses(Softkey.TRANSFER);

        alice.isIdle();
        bob.isInCallWith(carol);
        assertThat(bob.display().farHeld).isFalse();
        bob.seesCalled("2003");
        carol.seesCalling("2002");
        assertThat(office.calls()).hasSize(1);
    }

    @Test
    void a_blind_transfer_lets_the_held_party_hear_the_other_ring() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.shows("ringing");

        alice.presses(Softkey.TRANSFER);

        alice.isIdle();
        bob.shows("ring-back");
        carol.shows("ringing");
        carol.seesCalling("2002");
        carol.answers();
        bob.isInCallWith(carol);
    }

    @Test
    void a_call_that_waits_while_it_is_transferred_rings_with_who_calls_now() {
        dave.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2003");
        alice.presses(Softkey.TRANSFER);

        dave.hangsUp();

        carol.shows("ringing");
        carol.seesCalling("2002");
        carol.answers();
        bob.isInCallWith(carol);
    }

    @Test
    void nobody_answers_the_transferred_call() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        alice.presses(Softkey.TRANSFER);

        office.expires(CallTimer.NO_ANSWER);

        carol.isIdle();
        bob.hearsRefusal(Cause.NO_ANSWER);
        bob.hangsUp();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void hanging_up_completes_the_transfer_only_where_the_system_has_it_so() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        alice.hangsUp();
        carol.isIdle();
        alice.shows("held");

        alice.resumes();
        office.transferOnHook();
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        alice.hangsUp();
        alice.isIdle();
        bob.isInCallWith(carol);
    }

    @Test
    void the_consultation_ends_and_the_held_call_comes_back() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();

        alice.presses(Softkey.END_CALL);

        carol.isIdle();
        alice.shows("held");
        alice.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void a_held_call_taken_back_is_no_longer_transferred() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        var first = alice.calls().keySet().iterator().next();
        alice.presses(Softkey.RESUME, first);
        alice.isStillTalkingTo(bob);

        alice.presses(Softkey.TRANSFER, alice.call());

        carol.shows("connected");
        assertThat(alice.calls()).hasSize(2);
    }

    @Test
    void a_transfer_to_a_number_that_does_not_ring_changes_nothing() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2");
        alice.presses(Softkey.TRANSFER);
        alice.shows("dialling");
        assertThat(bob.display().farHeld).isTrue();
    }

    @Test
    void whoever_is_transferred_away_in_the_same_moment_leaves_nobody_behind() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        alice.acts(new StationSignal.Press(Softkey.TRANSFER, LineInstance.NONE, CallReference.NONE));
        bob.hangsUp();

        List.of(alice, bob, carol).forEach(Deskphone::isIdle);
        assertThat(office.calls()).isEmpty();
    }

    @Test
    @Spec({"OV-34", "PH-006"})
    void the_class_of_the_call_is_that_of_the_two_who_are_left() {
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2004");
        dave.answers();
        alice.presses(Softkey.TRANSFER);

        bob.isInCallWith(dave);
        assertThat(bob.display().security).contains(SecurityClass.NON_SECURE);
        assertThat(dave.display().security).contains(SecurityClass.NON_SECURE);
    }

    @Test
    @Spec("OV-65")
    void the_two_who_are_left_have_keys_nobody_else_had() {
        alice.presses(Softkey.TRANSFER);
        digits(alice, "2003");
        carol.answers();
        alice.presses(Softkey.TRANSFER);

        var alices =
                alice.told(OpenReceive.class).stream().map(TransferTest::key).toList();
        assertThat(alices).hasSize(2);
        assertThat(key(bob.told(OpenReceive.class).getLast())).isNotIn(alices);
        assertThat(key(carol.told(OpenReceive.class).getLast())).isNotIn(alices);
        assertThat(office.wiped()).hasSize(3);
    }

    @Test
    void a_line_without_room_for_a_second_call_says_so() {
        var eve = office.phone("2005").takes(1, 1);
        eve.registered();
        eve.dialsEnBloc("2003");
        carol.answers();

        eve.presses(Softkey.TRANSFER);

        assertThat(eve.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        eve.isInCallWith(carol);
    }

    private static List<Byte> key(OpenReceive open) {
        var bytes = open.key().orElseThrow().key();
        return IntStream.range(0, bytes.length).mapToObj(at -> bytes[at]).toList();
    }

    private static void digits(Deskphone phone, String digits) {
        digits.chars().forEach(key -> phone.presses((char) key));
    }
}
