package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;

/** Alice calls Bob, who parks her. */
class ParkTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"));

    @BeforeAll
    static void slots() {
        SITE.imports("""
                keyline: 1
                callParks: [{pattern: 710X}]
                directedCallParks: [{pattern: 80X, retrievalPrefix: "21"}]
                """);
    }

    @BeforeEach
    void patience() {
        revertsAfter(60);
    }

    private static void revertsAfter(int seconds) {
        SITE.imports("keyline: 1\ncallmanager: {callParkReversion: " + seconds + "}\n");
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void who_dials_the_slot_that_the_parking_phone_shows_has_the_call() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(alice, bob);

        bob.presses("Park").showsNotification("Call park at 7100").isIdle();
        alice.isMute();

        carol.dials("7100").hears(alice).showsParty("2001", "alice");
        alice.hears(carol).showsParty("2003", "carol").hangsUp().isIdle();
        carol.isIdle();
        carol.dials("7100")
                .hearsReorder()
                .showsPrompt("Cannot retrieve parked call")
                .hangsUp()
                .isIdle();
    }

    @Test
    void a_call_that_nobody_takes_comes_back() {
        revertsAfter(1);
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        bob.presses("Park").rings().showsPrompt("Callpark reversion");

        alice.hearsRingBack();
        bob.answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_call_transferred_to_a_slot_is_taken_back_by_prefix_and_slot() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(alice, bob);

        bob.presses("Trnsfer")
                .hearsDialTone()
                .pressesDigits("803")
                .presses("Trnsfer")
                .isIdle();

        carol.dials("21803").hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }
}
