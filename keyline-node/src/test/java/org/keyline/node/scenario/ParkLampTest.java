package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;

/** Buttons that show who is parked, park there, and take the call back. */
class ParkLampTest {
    private static final int UNKNOWN = 0;
    private static final int IDLE = 1;
    private static final int IN_USE = 2;
    private static final String BUTTONS = "speedDials: [{digits: \"800\", label: Door, watchesSlot: \"800\"},"
            + " {digits: \"7100\", label: Desk, watchesSlot: \"7100\"},"
            + " {digits: \"999\", label: Nothing, watchesSlot: \"999\"}]";

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("callParks: [{pattern: 710X}]\ndirectedCallParks: [{pattern: 80X, retrievalPrefix: \"21\"}]\n")
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with(BUTTONS),
                    Desk.of("carol", "2003").with(BUTTONS));

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void a_lit_button_takes_the_call_that_another_parked_there() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob")
                .showsButtons("2002", "Door", "Desk", "Nothing")
                .showsButtonStatus(2, IDLE)
                .showsButtonStatus(3, IDLE)
                .showsButtonStatus(4, UNKNOWN);
        var carol = SITE.boots("carol").showsButtonStatus(2, IDLE);
        talk(alice, bob);

        bob.pressesButtonAt(2).isIdle().showsNotification("Call park at 800").showsButtonStatus(2, IN_USE);
        carol.showsButtonStatus(2, IN_USE).losesPower().powersOn().showsButtonStatus(2, IN_USE);
        carol.pressesButtonAt(2).hears(alice);
        alice.hears(carol);
        bob.showsButtonStatus(2, IDLE);

        carol.pressesButtonAt(3).isIdle().showsButtonStatus(3, IN_USE);
        alice.hangsUp().isIdle();
        carol.showsButtonStatus(3, IDLE);
        bob.showsButtonStatus(3, IDLE).pressesButtonAt(3).isIdle();
    }
}
