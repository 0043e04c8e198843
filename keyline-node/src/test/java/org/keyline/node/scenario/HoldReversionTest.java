package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.CallState;

/** Who holds a call is reminded of it after a second. */
class HoldReversionTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(Desk.of("alice", "2001"), Desk.of("bob", "2002"))
            .and("callmanager: {holdReversionDuration: 1, holdReversionInterval: 1}\n");

    @Test
    void a_forgotten_call_shows_itself_and_is_taken_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers().hears(alice);

        bob.presses("Hold").shows(CallState.HOLD_REVERT).showsPrompt("Hold reversion");

        bob.presses("Resume").hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }
}
