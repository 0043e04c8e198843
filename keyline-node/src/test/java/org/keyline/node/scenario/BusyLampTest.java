package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A button that shows what somebody's line does. */
class BusyLampTest {
    private static final int UNKNOWN = 0;
    private static final int IDLE = 1;
    private static final int IN_USE = 2;
    private static final int DO_NOT_DISTURB = 3;
    private static final int ALERTING = 4;

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001").with("speedDials: [{digits: \"2002\", label: Bob, watches: \"2002\"}]"),
                    Desk.of("bob", "2002").with("softkeyTemplate: Standard Feature"),
                    Desk.of("carol", "2003"));

    @Test
    void it_follows_the_line_through_a_call_and_do_not_disturb() {
        var alice = SITE.boots("alice").showsButtonStatus(2, UNKNOWN);
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.showsButtonStatus(2, IDLE);

        carol.dials("2002");
        alice.showsButtonStatus(2, ALERTING);
        bob.rings().answers().hears(carol);
        alice.showsButtonStatus(2, IN_USE);
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();
        alice.showsButtonStatus(2, IDLE);

        bob.presses("DND");
        alice.showsButtonStatus(2, DO_NOT_DISTURB);
        alice.losesPower().powersOn().showsButtonStatus(2, DO_NOT_DISTURB);
        bob.presses("DND");
        alice.showsButtonStatus(2, IDLE);
        bob.losesPower();
        alice.showsButtonStatus(2, UNKNOWN);
    }
}
