package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.CallState;

/** Alice hands a caller on. */
class TransferTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"));

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void after_a_consultation_the_two_others_hear_each_other() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);

        alice.presses("Trnsfer").hearsDialTone();
        bob.hearsMusic();
        alice.pressesDigits("2003");
        carol.rings().answers().hears(alice);
        alice.showsCalls(2).hears(carol).presses("Trnsfer").isIdle();

        bob.hears(carol).showsParty("2003", "carol");
        carol.hears(bob).showsParty("2002", "bob").hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_blind_transfer_lets_the_caller_hear_the_new_party_ring() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);

        alice.presses("Trnsfer").hearsDialTone().pressesDigits("2003").hearsRingBack();
        carol.rings();
        alice.presses("Trnsfer").isIdle();

        bob.hearsRingBack();
        carol.answers().hears(bob);
        bob.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void a_transfer_that_is_called_off_leaves_the_call_on_hold() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(bob, alice);

        alice.presses("Trnsfer").hearsDialTone().presses("EndCall").showsCalls(1);

        alice.selects(CallState.HOLD).presses("Resume").hears(bob);
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_phone_that_vanishes_after_its_transfer_is_missed_by_nobody() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);
        alice.presses("Trnsfer").hearsDialTone().pressesDigits("2003");
        carol.rings().answers().hears(alice);
        alice.presses("Trnsfer").isIdle().losesPower();

        bob.hears(carol);
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }
}
