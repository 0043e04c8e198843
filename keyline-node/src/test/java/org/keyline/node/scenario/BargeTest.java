package org.keyline.node.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.CallState;

/** Bob talks at his desk; from home, where his line is too, he comes in through the bridge of the desk phone. */
class BargeTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with("builtInBridge: ON", "privacy: OFF"),
                    Desk.of("bobhome", "2902"));

    @BeforeAll
    static void bobsPhoneAtHomeHasTheSameLine() {
        SITE.imports("""
                keyline: 1
                phones:
                  - name: %s
                    model: "7962"
                    lines:
                      - {line: "2002", display: bob}
                """.formatted(Desk.device("bobhome")));
        SITE.awaitsConfiguration();
    }

    @Test
    void all_three_hear_each_other_and_the_guest_leaves_alone() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var home = SITE.boots("bobhome");
        barge(alice, desk, home);

        home.hearsTogether(alice, desk);
        desk.hearsTogether(alice, home);
        alice.hearsTogether(desk, home);
        home.hangsUp();
        alice.hears(desk);
        desk.hears(alice);
        home.shows(CallState.CALL_REMOTE_MULTILINE).hearsNothing();
        alice.hangsUp().isIdle();
        Stream.of(desk, home).forEach(LabPhone::isIdle);
    }

    @Test
    void who_holds_the_call_sends_the_guest_out() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var home = SITE.boots("bobhome");
        barge(alice, desk, home);
        home.hearsTogether(alice, desk);

        alice.presses("Hold").isOnHold();
        home.shows(CallState.CALL_REMOTE_MULTILINE).hearsNothing();
        alice.presses("Resume").hears(desk);
        desk.hears(alice).hangsUp().isIdle();
        Stream.of(alice, home).forEach(LabPhone::isIdle);
    }

    static void barge(LabPhone caller, LabPhone host, LabPhone guest) {
        caller.dials(host.number());
        guest.rings();
        host.rings().answers().hears(caller);
        caller.hears(host);
        guest.shows(CallState.CALL_REMOTE_MULTILINE).presses("Barge");
    }
}
