package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.HoldReverted;

/** Bob holds Alice and forgets her. */
class HoldReversionTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003");

    @BeforeEach
    void theyTalk() {
        List.of(alice, bob, carol).forEach(Deskphone::registered);
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void bob_is_reminded_again_and_again_and_alice_is_not() {
        office.remindsOfHeldCalls();
        bob.holds();
        office.expires(CallTimer.HOLD_REVERSION);
        bob.shows("reverting");
        office.expires(CallTimer.HOLD_REVERSION);

        assertThat(bob.told(HoldReverted.class)).hasSize(2);
        assertThat(alice.told(HoldReverted.class)).isEmpty();
        bob.resumes();
        alice.isInCallWith(bob);
        office.expires(CallTimer.HOLD_REVERSION);
        assertThat(bob.told(HoldReverted.class)).hasSize(2);
    }

    @Test
    void in_another_call_bob_hears_a_tone_there() {
        office.remindsOfHeldCalls();
        bob.holds();
        bob.dialsEnBloc("2003");
        carol.answers();
        office.expires(CallTimer.HOLD_REVERSION);

        assertThat(bob.told(HoldReverted.class).getLast().active()).isEqualTo(Optional.of(bob.call()));
    }

    @Test
    void a_call_that_comes_back_from_a_transfer_in_vain_reverts_too() {
        office.remindsOfHeldCalls();
        bob.presses(Softkey.TRANSFER);
        bob.dials("2");
        bob.presses(Softkey.END_CALL);
        office.expires(CallTimer.HOLD_REVERSION);

        bob.shows("reverting");
    }

    @Test
    void both_hold_and_both_are_reminded() {
        office.remindsOfHeldCalls();
        bob.holds();
        alice.holds();
        office.expires(CallTimer.HOLD_REVERSION);

        bob.shows("reverting");
        alice.shows("reverting");
    }

    @Test
    void who_holds_a_conference_is_reminded_and_the_others_are_not() {
        office.remindsOfHeldCalls();
        confer();
        bob.holds();
        office.expires(CallTimer.HOLD_REVERSION);
        bob.shows("reverting");
        office.expires(CallTimer.HOLD_REVERSION);

        assertThat(bob.told(HoldReverted.class)).hasSize(2);
        bob.resumes();
        office.expires(CallTimer.HOLD_REVERSION);
        assertThat(bob.told(HoldReverted.class)).hasSize(2);
        assertThat(alice.told(HoldReverted.class)).isEmpty();
        assertThat(carol.told(HoldReverted.class)).isEmpty();
    }

    @Test
    void who_holds_a_conference_is_reminded_also_when_somebody_else_held_it_and_left() {
        var dave = office.phone("2004").registered();
        office.remindsOfHeldCalls();
        confer();
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2004");
        dave.answers();
        alice.presses(Softkey.CONFERENCE);
        bob.holds();
        carol.holds();
        carol.presses(Softkey.END_CALL, carol.call());
        office.expires(CallTimer.HOLD_REVERSION);

        bob.shows("reverting");
        assertThat(dave.told(HoldReverted.class)).isEmpty();
    }

    private void confer() {
        office.bridge("CFB_1", true);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.CONFERENCE);
    }

    @Test
    void where_the_system_does_not_have_it_so_nobody_is_reminded() {
        bob.holds();
        office.expires(CallTimer.HOLD_REVERSION);

        bob.shows("held");
    }
}
