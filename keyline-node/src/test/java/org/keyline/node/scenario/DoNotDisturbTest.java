package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users who want peace. */
class DoNotDisturbTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with("softkeyTemplate: Standard Feature"),
                    Desk.of("carol", "2003")
                            .with("softkeyTemplate: Standard Feature", "doNotDisturbOption: CALL_REJECT"));

    @Test
    void a_phone_with_its_ringer_off_shows_calls_and_keeps_its_peace_when_it_comes_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        bob.presses("DND").showsPrompt("Do not disturb is active");
        bob.losesPower().powersOn().showsPrompt("Do not disturb is active");

        alice.dials("2002").hearsRingBack();
        bob.answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();

        bob.isIdle().presses("DND").showsPrompt("Your current options");
    }

    @Test
    void a_phone_that_rejects_calls_is_busy_until_the_key_is_pressed_again() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        carol.presses("DND").showsPrompt("Do not disturb is active");

        alice.dials("2003").hearsBusy();
        alice.hangsUp().isIdle();

        carol.presses("DND").showsPrompt("Your current options");
        alice.dials("2003");
        carol.rings();
        alice.hangsUp().isIdle();
    }
}
