package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.Tone;

/** Lines that send their calls elsewhere. */
class ForwardTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").line("maxCalls: 1, busyTrigger: 1"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"));

    @BeforeAll
    static void bobsCallsGoElsewhere() {
        SITE.imports("""
                keyline: 1
                lines:
                  - number: "2002"
                    forwards: [{when: BUSY, to: "2003"}, {when: NO_ANSWER, to: "2004"}, {when: UNREGISTERED, to: "2003"}]
                    forwardNoAnswerSeconds: 1
                """);
        SITE.awaitsConfiguration();
    }

    @Test
    void a_call_to_a_busy_phone_rings_elsewhere_and_says_from_where() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        dave.dials("2002");
        bob.rings().answers().hears(dave);

        alice.dials("2002").hearsRingBack();

        carol.rings()
                .awaits(
                        "from bob's line",
                        state -> carol.parties()
                                .filter(parties -> parties.originalCalled().equals("2002"))
                                .isPresent());
        carol.answers().hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        dave.hears(bob).hangsUp().isIdle();
    }

    @Test
    void an_unanswered_call_goes_on() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");

        alice.dials("2002");
        bob.rings();
        dave.rings();
        bob.isIdle();

        dave.answers().hears(alice);
        alice.hears(dave).hangsUp().isIdle();
        dave.isIdle();
    }

    @Test
    void calls_to_a_phone_that_is_switched_off_go_on() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");

        alice.dials("2002").hearsRingBack();

        carol.rings().answers().hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void the_key_at_a_phone_sends_all_its_calls_elsewhere_until_it_is_pressed_again() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        carol.presses("CFwdAll").hearsTone(Tone.ZIP).pressesDigits("2004");
        carol.showsPrompt("Forwarded to 2004").showsLamp(ButtonType.FORWARD_ALL, 1, LampMode.ON);

        alice.dials("2003");
        dave.rings().answers().hears(alice);
        alice.hears(dave).hangsUp().isIdle();
        dave.isIdle();

        carol.losesPower().powersOn().showsPrompt("Forwarded to 2004");
        carol.presses("CFwdAll").showsPrompt("Your current options");
        alice.dials("2003");
        carol.rings();
        alice.hangsUp().isIdle();
        carol.isIdle();
    }
}
