package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationSignal;

class BasicCallTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");

    @BeforeEach
    void phonesStandOnTheirDesks() {
        alice.registered();
        bob.alertingName("Bob at work").registered();
    }

    @Test
    void a_call_dialled_digit_by_digit_is_answered_and_ended_by_the_caller() {
        alice.goesOffHook();
        alice.shows("dial tone");

        alice.presses('2');
        alice.shows("dialling");
        alice.presses('0');
        alice.presses('0');
        alice.presses('2');
        alice.shows("ring-back");
        bob.shows("ringing");

        bob.goesOffHook();
        alice.isInCallWith(bob);

        alice.hangsUp();
        alice.isIdle();
        bob.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_call_dialled_en_bloc_is_ended_by_the_called_party() {
        alice.dialsEnBloc("2002");
        assertThat(alice.told(StationCommand.GiveDialTone.class)).isEmpty();
        alice.shows("ring-back");
        bob.answers();
        alice.isInCallWith(bob);

        bob.hangsUp();

        alice.isIdle();
        bob.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void two_call_each_other_in_the_same_moment_and_one_answers() {
        alice.acts(Plot.dial("2002"));
        bob.acts(Plot.dial("2001"));
        office.settle();
        assertThat(alice.calls()).hasSize(2);
        assertThat(bob.calls()).hasSize(2);

        alice.answers();

        alice.isStillTalkingTo(bob);
        bob.hangsUp();
        alice.hangsUp();
        alice.isIdle();
        bob.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_phone_is_told_of_an_answer_in_the_order_phones_need() {
        alice.dialsEnBloc("2002");
        bob.told().clear();

        bob.answers();

        assertThat(bob.told())
                .extracting(command -> command.getClass().getSimpleName())
                .containsExactly("Answered", "OpenReceive", "Connected", "StartTransmit");
    }

    @Test
    void the_caller_sees_the_alerting_name_and_after_the_answer_the_name_on_the_line() {
        alice.dialsEnBloc("2002");
        assertThat(parties().called().name()).isEqualTo("Bob at work");

        bob.answers();
        assertThat(parties().called().name()).isEqualTo("User 2002");
        assertThat(parties().called().number()).isEqualTo("2002");
    }

    @Test
    void a_busy_phone_gives_busy() {
        office.phone("2003").takes(1, 1).registered();
        var carol = office.phone("2004").registered();
        carol.dialsEnBloc("2003");

        alice.dialsEnBloc("2003");

        alice.hearsRefusal(Cause.USER_BUSY);
        alice.hangsUp();
        alice.isIdle();
    }

    @Test
    void a_number_nobody_has_gives_reorder_at_the_first_impossible_digit() {
        alice.dials("29");

        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void a_refused_call_ends_by_itself_after_the_tone() {
        alice.dialsEnBloc("7777");
        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);

        office.expires(CallTimer.TONE);

        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_configured_phone_that_is_not_registered_is_out_of_order() {
        office.phone("2005").configuredOnly();

        alice.dialsEnBloc("2005");

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
    }

    @Test
    void a_number_without_a_phone_is_out_of_order() {
        office.number("2100");

        alice.dialsEnBloc("2100");

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
    }

    @Test
    void the_caller_abandons_and_the_ringing_stops() {
        alice.dialsEnBloc("2002");
        alice.hangsUp();

        bob.isIdle();
        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void nobody_answers() {
        alice.dialsEnBloc("2002");

        office.expires(CallTimer.NO_ANSWER);

        bob.isIdle();
        alice.hearsRefusal(Cause.NO_ANSWER);
    }

    @Test
    void the_called_party_turns_the_call_away() {
        alice.dialsEnBloc("2002");

        bob.presses(Softkey.END_CALL, bob.call());

        bob.isIdle();
        alice.hearsRefusal(Cause.CALL_REJECTED);
    }

    @Test
    void off_hook_without_a_digit_ends_in_reorder() {
        alice.goesOffHook();

        office.expires(CallTimer.FIRST_DIGIT);
        alice.hearsRefusal(Cause.RECOVERY_ON_TIMER_EXPIRY);

        office.expires(CallTimer.TONE);
        alice.isIdle();
        alice.hangsUp();
        alice.isIdle();
    }

    @Test
    void a_number_that_could_be_longer_waits_for_the_inter_digit_time() {
        office.number("20021");

        alice.dials("2002");
        alice.shows("dialling");
        office.expires(CallTimer.INTER_DIGIT);

        bob.shows("ringing");
    }

    @Test
    void the_hash_key_ends_a_number_that_could_be_longer() {
        office.number("20021");

        alice.dials("2002#");

        bob.shows("ringing");
    }

    @Test
    void the_dial_key_ends_a_number_that_could_be_longer() {
        office.number("20021");

        alice.dials("2002");
        alice.presses(Softkey.DIAL);

        bob.shows("ringing");
    }

    @Test
    void an_incomplete_number_is_refused_when_the_inter_digit_time_is_over() {
        alice.dials("20");
        office.expires(CallTimer.INTER_DIGIT);

        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void a_wrong_digit_is_taken_back() {
        office.number("2010");
        alice.dials("201");

        alice.presses(Softkey.BACKSPACE);
        alice.presses('0');
        alice.presses('2');

        bob.shows("ringing");
    }

    @Test
    void the_dial_tone_returns_when_all_digits_are_taken_back() {
        alice.dials("2");
        alice.presses(Softkey.BACKSPACE);

        alice.shows("dial tone");
    }

    @Test
    void the_last_number_is_dialled_again() {
        alice.dialsEnBloc("2002");
        alice.hangsUp();

        alice.presses(Softkey.REDIAL);

        bob.shows("ringing");
    }

    @Test
    void redial_after_going_off_hook_dials_in_the_call_that_has_dial_tone() {
        alice.dialsEnBloc("2002");
        alice.hangsUp();
        alice.goesOffHook();

        alice.presses(Softkey.REDIAL);

        bob.shows("ringing");
        assertThat(alice.calls()).hasSize(1);
    }

    @Test
    void a_speed_dial_button_dials_its_number() {
        alice.does(new StationSignal.SpeedDialKey(1));

        bob.shows("ringing");
    }

    @Test
    void a_digit_on_an_idle_phone_begins_a_call() {
        "2002".chars().forEach(key -> alice.presses((char) key));

        bob.shows("ringing");
    }

    @Test
    void keys_pressed_twice_do_nothing_more() {
        alice.goesOffHook();
        alice.goesOffHook();
        "2002".chars().forEach(key -> alice.presses((char) key));
        bob.goesOffHook();
        bob.goesOffHook();
        bob.answers();
        alice.isInCallWith(bob);

        alice.hangsUp();
        alice.hangsUp();
        bob.hangsUp();

        alice.isIdle();
        bob.isIdle();
    }

    @Test
    void what_names_a_call_that_is_gone_does_nothing() {
        alice.dialsEnBloc("2002");
        var gone = bob.call();
        alice.hangsUp();

        bob.presses(Softkey.ANSWER, gone);
        bob.presses(Softkey.RESUME, gone);
        bob.presses(Softkey.END_CALL, gone);

        bob.isIdle();
    }

    @Test
    void a_call_goes_on_when_all_that_led_to_it_is_deleted() {
        alice.dialsEnBloc("2002");
        bob.answers();
        office.forgetsNumbers();
        bob.isConfigured(0);

        alice.isStillTalkingTo(bob);
        alice.holds();
        alice.resumes();
        alice.isInCallWith(bob);
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2002");
        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
        alice.presses(Softkey.END_CALL);
        alice.resumes();
        alice.isInCallWith(bob);

        bob.hangsUp();
        alice.isIdle();
        bob.isIdle();
        alice.dialsEnBloc("2002");
        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    private CallParties parties() {
        return Objects.requireNonNull(alice.display().parties);
    }
}
