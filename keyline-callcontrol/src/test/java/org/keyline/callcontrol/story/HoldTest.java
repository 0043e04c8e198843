package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

class HoldTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);

    @BeforeEach
    void aliceTalksToBob() {
        alice.registered();
        bob.registered();
        carol.registered();
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void a_held_call_has_no_media_and_comes_back_with_it() {
        alice.holds();
        alice.shows("held");
        assertThat(bob.display().farHeld).isTrue();
        assertThat(alice.listening()).isEmpty();
        assertThat(bob.listening()).isEmpty();
        assertThat(bob.sending()).isEmpty();

        alice.resumes();
        alice.isInCallWith(bob);
        assertThat(bob.display().farHeld).isFalse();
    }

    @Test
    @Spec("OV-65")
    void each_start_of_media_has_new_keys() {
        alice.holds();
        alice.resumes();

        assertThat(alice.told(OpenReceive.class).stream()
                        .map(open -> Arrays.hashCode(open.key().orElseThrow().key())))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(office.wiped()).hasSize(2);
    }

    @Test
    @Spec({"OV-33", "OV-34"})
    void the_lock_goes_while_an_encrypted_call_is_held() {
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);

        alice.holds();
        assertThat(alice.display().security).isEmpty();
        assertThat(bob.display().security).isEmpty();

        alice.resumes();
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void the_hold_button_holds_and_takes_back() {
        alice.holds();
        alice.holds();

        alice.isInCallWith(bob);
    }

    @Test
    void both_hold_and_both_must_resume() {
        alice.holds();
        bob.holds();
        bob.shows("held");

        alice.resumes();
        alice.shows("connected");
        assertThat(alice.display().farHeld).isTrue();
        assertThat(alice.listening()).isEmpty();

        bob.resumes();
        alice.isInCallWith(bob);
        assertThat(alice.display().farHeld).isFalse();
    }

    @Test
    void the_far_end_hangs_up_on_a_held_call() {
        alice.holds();

        bob.hangsUp();

        alice.isIdle();
        bob.isIdle();
    }

    @Test
    void putting_the_handset_down_leaves_a_held_call_held() {
        alice.holds();

        alice.hangsUp();

        alice.shows("held");
        alice.presses(Softkey.END_CALL, alice.call());
        alice.isIdle();
        bob.isIdle();
    }

    @Test
    void a_second_call_waits_with_a_tone_only() {
        carol.dialsEnBloc("2001");

        alice.shows("waiting");
        carol.shows("ring-back");
        alice.isStillTalkingTo(bob);
    }

    @Test
    void answering_the_waiting_call_holds_the_first() {
        var first = alice.call();
        carol.dialsEnBloc("2001");

        alice.answers();

        alice.isInCallWith(carol);
        assertThat(bob.display().farHeld).isTrue();

        alice.presses(Softkey.RESUME, first);
        assertThat(carol.display().farHeld).isTrue();
        alice.talksTo(bob);
        bob.talksTo(alice);
    }

    @Test
    void a_waiting_call_rings_aloud_when_the_first_is_over() {
        carol.dialsEnBloc("2001");

        alice.hangsUp();

        alice.shows("ringing");
        alice.goesOffHook();
        alice.isInCallWith(carol);
    }

    @Test
    void a_third_call_finds_the_line_busy() {
        carol.dialsEnBloc("2001");
        var dave = office.phone("2004").registered();

        dave.dialsEnBloc("2001");

        dave.hearsRefusal(Cause.USER_BUSY);
    }

    @Test
    void new_call_holds_the_first_and_gives_dial_tone() {
        alice.presses(Softkey.NEW_CALL);

        alice.shows("dial tone");
        assertThat(bob.display().farHeld).isTrue();

        "2003".chars().forEach(key -> alice.presses((char) key));
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_line_key_takes_back_the_call_held_on_its_line() {
        alice.holds();

        alice.pressesLine(1);

        alice.isInCallWith(bob);
    }

    @Test
    void another_line_key_holds_the_first_call_and_dials_from_that_line() {
        var dave = office.phone("2004").lines(2).registered();
        bob.hangsUp();
        dave.dialsEnBloc("2002");
        bob.answers();

        dave.pressesLine(2);

        dave.shows("dial tone");
        assertThat(dave.told(StationCommand.GiveDialTone.class).getLast().line().number())
                .isEqualTo(2);
        assertThat(bob.display().farHeld).isTrue();
    }

    @Test
    void an_outgoing_call_that_is_not_up_yet_ends_when_another_is_answered() {
        bob.hangsUp();
        carol.dialsEnBloc("2002");
        alice.dialsEnBloc("2003");

        carol.answers();

        carol.isInCallWith(alice);
        bob.isIdle();
    }
}
