package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

/** Numbers after which a caller must say who they are, or for whom they call. */
class CodeTest {
    private static final int LEVEL = 5;

    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol).forEach(Deskphone::registered);
        office.codes(new AuthorizationCode("Alice Smith", "4711", LEVEL), "33");
        asks("61", new CodeDemand(Optional.of(LEVEL), false));
        asks("62", new CodeDemand(Optional.empty(), true));
        asks("63", new CodeDemand(Optional.of(0), true));
        asks("64", new CodeDemand(Optional.of(LEVEL + 1), false));
    }

    /** A number of bob's, in front of which codes are asked for. */
    private void asks(String number, CodeDemand demand) {
        office.translates(TranslationPattern.of(number, "")
                .called(new CalledTransformation(DigitDiscard.NONE, "2002", ""))
                .treated(Treatment.URGENT.asking(demand)));
    }

    @Test
    void the_code_is_asked_for_and_the_call_goes_on() {
        alice.dials("61");
        alice.shows("AUTHORIZATION");
        bob.isIdle();

        "4711#".chars().forEach(key -> alice.presses((char) key));

        bob.shows("ringing");
        bob.answers();
        alice.isInCallWith(bob);
        assertThat(office.billed()).containsExactly(new Billing(Optional.of("Alice Smith"), LEVEL, Optional.empty()));
    }

    @Test
    void the_number_to_redial_is_without_the_code() {
        alice.dials("61");
        "4711#".chars().forEach(key -> alice.presses((char) key));

        assertThat(alice.told(StationCommand.Proceed.class))
                .extracting(StationCommand.Proceed::dialled)
                .containsExactly("61");
    }

    @Test
    void who_dials_no_further_is_taken_to_have_entered_it() {
        alice.dials("62");
        alice.shows("CLIENT_MATTER");
        alice.presses('3');
        alice.presses('3');

        office.expires(CallTimer.INTER_DIGIT);

        bob.shows("ringing");
        assertThat(office.billed()).containsExactly(new Billing(Optional.empty(), 0, Optional.of("33")));
    }

    @Test
    void the_authorization_code_comes_before_the_client_matter_code() {
        alice.dials("63");
        alice.shows("AUTHORIZATION");
        "4711#".chars().forEach(key -> alice.presses((char) key));
        alice.shows("CLIENT_MATTER");
        bob.isIdle();

        "33".chars().forEach(key -> alice.presses((char) key));
        alice.presses(Softkey.DIAL);

        bob.shows("ringing");
        assertThat(office.billed()).containsExactly(new Billing(Optional.of("Alice Smith"), LEVEL, Optional.of("33")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4712#", "471#", "#", "47110#", "12345678901234567"})
    void a_code_nobody_has_is_refused(String code) {
        alice.dials("61");
        code.chars().forEach(key -> alice.presses((char) key));

        alice.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(alice.explained()).containsExactly(Phrase.WRONG_CODE);
        assertThat(office.billed()).isEmpty();
        bob.isIdle();
        alice.hangsUp();
        alice.isIdle();
    }

    @Test
    void a_code_of_too_low_a_level_is_refused() {
        alice.dials("64");
        "4711#".chars().forEach(key -> alice.presses((char) key));

        alice.hearsRefusal(Cause.CALL_REJECTED);
        bob.isIdle();
    }

    @Test
    void who_enters_nothing_is_refused_in_time() {
        alice.dials("61");
        office.expires(CallTimer.INTER_DIGIT);

        alice.hearsRefusal(Cause.CALL_REJECTED);
        office.expires(CallTimer.TONE);
        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_wrong_digit_is_taken_back() {
        alice.dials("61");
        "4712".chars().forEach(key -> alice.presses((char) key));
        alice.presses(Softkey.BACKSPACE);
        alice.presses('1');
        alice.presses('#');

        bob.shows("ringing");
    }

    @Test
    void taking_back_what_is_not_there_leaves_the_number() {
        alice.dials("61");
        alice.presses(Softkey.BACKSPACE);
        alice.shows("AUTHORIZATION");
        "4711#".chars().forEach(key -> alice.presses((char) key));

        bob.shows("ringing");
    }

    @Test
    void a_number_dialled_as_a_whole_asks_too_and_the_code_may_be_dialled_as_a_whole() {
        alice.dialsEnBloc("63");
        alice.shows("AUTHORIZATION");
        alice.dialsEnBloc("4711");
        alice.shows("CLIENT_MATTER");
        alice.dialsEnBloc("33");

        bob.shows("ringing");
    }

    @Test
    void who_transfers_is_asked_while_they_dial() {
        carol.dialsEnBloc("2001");
        alice.answers();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("61");
        alice.shows("AUTHORIZATION");
        "4711#".chars().forEach(key -> alice.presses((char) key));
        bob.answers();
        alice.presses(Softkey.TRANSFER);

        carol.isInCallWith(bob);
        alice.isIdle();
    }

    @Test
    void a_line_does_not_forward_to_where_a_code_is_needed() {
        office.forwards("2003", ForwardReason.ALL, "61");
        alice.dialsEnBloc("2003");

        alice.hearsRefusal(Cause.CALL_REJECTED);
        bob.isIdle();
    }

    @Test
    void who_hangs_up_instead_leaves_nothing_behind() {
        alice.dials("61");
        alice.presses('4');
        alice.hangsUp();

        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_state_does_not_say_the_code() {
        alice.dials("61");
        "4711".chars().forEach(key -> alice.presses((char) key));

        assertThat(office.calls()).singleElement().satisfies(call -> {
            assertThat(call.state()).isInstanceOf(CallState.EnteringCode.class);
            assertThat(call.state().toString()).doesNotContain("4711");
        });
        assertThat(office.plan().codes().toString()).doesNotContain("4711");
    }

    @Test
    void a_pattern_that_stops_calls_asks_for_nothing() {
        var demand = new CodeDemand(Optional.of(1), true);
        office.translates(TranslationPattern.of("65", "")
                .treated(Treatment.URGENT.asking(demand).blocking(ReleaseCause.CALL_REJECTED)));
        alice.dials("65");

        alice.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(alice.explained()).isEmpty();
    }
}
