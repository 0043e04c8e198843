package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;

/** Alice has several calls, marks them, and makes one of them. */
class SelectTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"), Desk.of("dave", "2004"));

    @Test
    void marked_calls_become_a_conference() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        alice.dials("2002");
        talks(alice, bob);
        alice.presses("Select").showsMarks(1);
        further(alice, carol);
        alice.presses("Select").showsMarks(2);
        further(alice, dave);

        alice.presses("Join").showsMarks(0).showsCalls(1).hearsTogether(bob, carol, dave);
        bob.hearsTogether(alice, carol, dave);
        alice.hangsUp().isIdle();
        bob.hearsTogether(carol, dave).hangsUp().isIdle();
        carol.hears(dave).hangsUp().isIdle();
        dave.isIdle();
    }

    @Test
    void two_calls_are_connected_without_alice() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        talks(alice, bob);
        alice.presses("DirTrfr").showsPrompt("Can not complete transfer").hears(bob);
        alice.presses("Select").showsMarks(1);
        further(alice, carol);

        alice.presses("DirTrfr").isIdle();
        bob.hears(carol).showsParty("2003", "carol");
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    private static void further(LabPhone alice, LabPhone other) {
        alice.presses("Hold").presses("NewCall").hearsDialTone().pressesDigits(other.number());
        talks(alice, other);
    }

    private static void talks(LabPhone alice, LabPhone other) {
        other.rings().answers().hears(alice);
        alice.hears(other);
    }
}
