package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.message.ServerCall;

/** The ways to say whom one wants. */
class DiallingTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001").with("speedDials: [{instance: 1, digits: \"2002\", label: Bob}]"),
                    Desk.of("bob", "2002"),
                    Desk.of("frank", "71"),
                    Desk.of("grace", "7100"),
                    Desk.of("star", "*55"));

    private static void reaches(LabPhone caller, LabPhone called) {
        called.rings().showsParty("2001", "alice").answers().hears(caller);
        caller.hears(called).isConnectedTo(called.number());
        called.hangsUp().isIdle();
        caller.isIdle();
    }

    @Test
    void digits_with_the_handset_down_open_the_first_line_on_the_loudspeaker() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.pressesDigits("2").awaits("the loudspeaker", state -> state.isSpeakerOn());
        alice.pressesDigits("002");
        reaches(alice, bob);
    }

    @Test
    void new_call_gives_dial_tone_and_end_call_takes_it_away() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.presses("NewCall").hearsDialTone().presses("EndCall").isIdle();
        alice.presses("NewCall").hearsDialTone().pressesDigits("2002");
        reaches(alice, bob);
    }

    @Test
    void the_line_button_gives_dial_tone() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.pressesLine(1).hearsDialTone().pressesDigits("2002");
        reaches(alice, bob);
    }

    @Test
    void a_wrong_digit_is_taken_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("71").hearsNoTone().presses("<<").presses("<<").hearsDialTone();
        alice.pressesDigits("2002");
        reaches(alice, bob);
    }

    @Test
    void dial_ends_a_number_that_might_go_on() {
        var alice = SITE.boots("alice");
        var frank = SITE.boots("frank");
        alice.dials("71").presses("Dial");
        reaches(alice, frank);
    }

    @Test
    void a_number_may_begin_with_a_star() {
        var alice = SITE.boots("alice");
        var star = SITE.boots("star");
        alice.dials("*55");
        reaches(alice, star);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_whole_number_may_come_with_the_handset_up_or_down(boolean up) {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        if (up) {
            alice.liftsHandset().hearsDialTone();
        }
        alice.dialsEnBloc("2002");
        bob.rings();
        alice.hearsRingBack().showsCalls(1);
        reaches(alice, bob);
    }

    @Test
    void a_speed_dial_button_dials_into_the_dial_tone() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.liftsHandset().hearsDialTone().pressesSpeedDial(1).showsCalls(1);
        reaches(alice, bob);
    }

    @Test
    void redial_repeats_the_last_number_with_the_handset_up_too() {
        var alice = SITE.boots("alice");
        var grace = SITE.boots("grace");
        alice.dials("7100");
        reaches(alice, grace);
        alice.liftsHandset().hearsDialTone().presses("Redial");
        reaches(alice, grace);
        assertThat(dialled(alice)).containsExactly("7100", "7100");
    }

    private static List<String> dialled(LabPhone phone) {
        return phone.messages().stream()
                .map(said -> said.message())
                .filter(ServerCall.DialedNumber.class::isInstance)
                .map(message -> ((ServerCall.DialedNumber) message).dialedNumber())
                .toList();
    }

    @Test
    void who_hangs_up_while_dialling_disturbs_nobody() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("200").hearsNoTone().hangsUp().isIdle();
        bob.isIdle();
        assertThat(bob.messages()).noneMatch(said -> said.message() instanceof ServerCall.CallInfoDynamic);
        assertThat(SITE.node().registrations().calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "2009", "20022", "7101", "#", "*1"})
    void a_number_that_nobody_has_gives_reorder_and_says_so(String number) {
        var alice = SITE.boots("alice");
        alice.liftsHandset().hearsDialTone().dialsEnBloc(number);
        alice.hearsReorder().showsPrompt("Unknown number").hangsUp().isIdle();
    }

    @Test
    void digits_after_the_number_are_no_part_of_it() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002999");
        reaches(alice, bob);
    }
}
