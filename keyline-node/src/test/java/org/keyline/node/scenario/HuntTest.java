package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls to 5000 go to whoever of the sales people answers. */
class HuntTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with("softkeyTemplate: Standard Feature"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"));

    @BeforeAll
    static void salesPeopleAreHunted() {
        SITE.imports("""
                keyline: 1
                lineGroups:
                  - {name: inside, distribution: TOP_DOWN, noAnswerAfter: 1, members: ["2002", "2003"]}
                  - {name: outside, members: ["2004"]}
                huntLists: [{name: sales, lineGroups: [inside, outside]}]
                huntPilots: [{pattern: "5000", huntList: sales, alertingName: Sales}]
                """);
        SITE.awaitsConfiguration();
    }

    @Test
    void a_call_goes_from_one_to_the_next_and_on_to_the_second_group() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");

        alice.dials("5000").hearsRingBack().showsParty("5000", "Sales");
        bob.rings();
        carol.rings();
        bob.isIdle();
        dave.rings();
        carol.isIdle();

        dave.answers().hears(alice);
        alice.hears(dave).hangsUp().isIdle();
        dave.isIdle();
    }

    @Test
    void who_has_logged_out_is_passed_also_when_their_phone_comes_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        bob.presses("HLog").showsPrompt("Logged out of hunt group");
        bob.losesPower().powersOn().showsPrompt("Logged out of hunt group");

        alice.dials("5000");
        carol.rings();
        bob.isIdle();
        alice.hangsUp().isIdle();
        alice.dials("2002");
        bob.rings();
        alice.hangsUp().isIdle();

        bob.isIdle().presses("HLog").showsPrompt("Your current options");
        alice.dials("5000");
        bob.rings();
        alice.hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void those_who_are_not_there_are_passed() {
        var alice = SITE.boots("alice");
        var dave = SITE.boots("dave");

        alice.dials("5000");

        dave.rings().answers().hears(alice);
        alice.hears(dave).hangsUp().isIdle();
        dave.isIdle();
    }
}
