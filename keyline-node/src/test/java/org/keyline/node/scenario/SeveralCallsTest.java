package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.LampMode;

/** People who are in more than one call. */
class SeveralCallsTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001").line("maxCalls: 3, busyTrigger: 2"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dora", "2004", "2005"),
                    Desk.of("emil", "2006"),
                    Desk.of("fay", "2007", "2007").line("maxCalls: 1, busyTrigger: 1"));

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void a_second_call_from_the_same_line_holds_the_first() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(alice, bob);

        alice.presses("Hold").isOnHold().presses("NewCall").hearsDialTone().pressesDigits("2003");
        carol.rings().answers().hears(alice);
        alice.showsCalls(2).isOnHold().hears(carol);
        bob.hearsMusic();

        alice.selects(CallState.HOLD).presses("Resume").hears(bob);
        carol.hearsMusic();
        bob.hears(alice).hangsUp().isIdle();
        alice.showsCalls(1).selects(CallState.HOLD).presses("Resume").hears(carol);
        carol.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_waiting_caller_who_gives_up_disturbs_nobody() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);
        carol.dials("2001").hearsRingBack();
        alice.hasWaitingCall().hears(bob);
        carol.hangsUp().isIdle();
        alice.showsCalls(1).hears(bob).remembers(HistoryEntry.Kind.MISSED, "2003");
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_call_beyond_the_busy_trigger_hears_busy_and_the_others_go_on() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var emil = SITE.boots("emil");
        talk(bob, alice);
        carol.dials("2001").hearsRingBack();
        alice.hasWaitingCall();

        emil.dialsEnBloc("2001").hearsBusy().showsPrompt("Busy");

        emil.presses("EndCall").isIdle();
        alice.showsCalls(2).hears(bob);
        carol.hearsRingBack().hangsUp().isIdle();
        bob.hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_call_on_the_second_line_waits_and_each_line_button_takes_its_own_call() {
        var dora = SITE.boots("dora");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        bob.dials("2004");
        dora.rings().answers().hears(bob);
        carol.dials("2005").hearsRingBack();
        dora.hasWaitingCall().showsLamp(ButtonType.LINE, 2, LampMode.BLINK);

        dora.pressesLine(2).hears(carol);
        carol.hears(dora);
        bob.hearsMusic();
        dora.showsLamp(ButtonType.LINE, 1, LampMode.WINK);

        dora.pressesLine(1).hears(bob);
        bob.hears(dora);
        carol.hearsMusic();

        carol.hangsUp().isIdle();
        bob.hears(dora).hangsUp().isIdle();
        dora.isIdle();
    }

    @Test
    void a_second_call_rolls_over_to_the_next_button_of_the_line() {
        var fay = SITE.boots("fay");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var emil = SITE.boots("emil");
        bob.dials("2007");
        fay.rings().showsLamp(ButtonType.LINE, 1, LampMode.BLINK).showsLamp(ButtonType.LINE, 2, LampMode.OFF);
        fay.answers().hears(bob);

        carol.dials("2007").hearsRingBack();
        fay.hasWaitingCall().showsLamp(ButtonType.LINE, 2, LampMode.BLINK);
        emil.dialsEnBloc("2007").hearsBusy().presses("EndCall").isIdle();
        fay.pressesLine(2).hears(carol);
        carol.hears(fay);
        bob.hearsMusic();

        fay.pressesLine(1).hears(bob);
        bob.hears(fay).hangsUp().isIdle();
        carol.hangsUp().isIdle();
        fay.isIdle();
    }

    @Test
    void when_both_hold_both_must_resume() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        bob.presses("Hold").isOnHold();
        alice.presses("Resume").isConnected().hearsMusic();
        bob.presses("Resume").isConnected().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_held_person_may_hang_up() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        bob.hangsUp().isIdle();
        alice.isIdle();
        assertThat(SITE.node().registrations().calls()).isEmpty();
    }

    @Test
    void a_holder_who_vanishes_frees_the_held() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        alice.losesPower();
        bob.isIdle();
    }

    @Test
    void a_phone_that_vanishes_with_two_calls_frees_both_others() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(alice, bob);
        carol.dials("2001").hearsRingBack();
        alice.hasWaitingCall();
        alice.losesPower();
        bob.isIdle();
        carol.hearsReorder().hangsUp().isIdle();
    }

    @Test
    void who_calls_himself_hears_it_and_comes_away_again() {
        var alice = SITE.boots("alice");
        alice.dials("2001").hasWaitingCall().hangsUp().isIdle();
        assertThat(SITE.node().registrations().calls()).isEmpty();
    }

    @Test
    void a_call_named_by_a_stranger_is_not_touched() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var emil = SITE.boots("emil");
        talk(alice, bob);
        int theirs = alice.phone()
                .watch()
                .read(state -> state.in(CallState.CONNECTED))
                .orElseThrow()
                .reference();

        Strangers.meddle(emil, theirs);
        emil.dials("2003").hearsReorder().hangsUp().isIdle();

        alice.hears(bob);
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }
}
