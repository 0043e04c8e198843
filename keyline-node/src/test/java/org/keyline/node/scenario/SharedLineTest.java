package org.keyline.node.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.LampMode;

/** Bob has one line on two phones. */
class SharedLineTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("bobhome", "2902"));

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
    void both_ring_and_what_one_does_is_seen_at_the_other() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var home = SITE.boots("bobhome");
        alice.dials("2002");
        Stream.of(desk, home).forEach(LabPhone::rings);

        desk.answers().hears(alice);

        home.shows(CallState.CALL_REMOTE_MULTILINE)
                .showsPrompt("In use remote")
                .showsLamp(ButtonType.LINE, 1, LampMode.ON);
        desk.presses("Hold").isOnHold();
        home.shows(CallState.REMOTE_HOLD).presses("Resume").hears(alice);
        alice.hears(home);
        desk.shows(CallState.CALL_REMOTE_MULTILINE).hearsNothing();
        alice.hangsUp().isIdle();
        desk.isIdle();
        home.isIdle();
    }

    @Test
    void a_call_answered_at_one_phone_is_missed_at_none() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var home = SITE.boots("bobhome");
        alice.dials("2002");
        home.rings();
        desk.rings().answers().hears(alice);
        home.shows(CallState.CALL_REMOTE_MULTILINE);
        alice.hangsUp().isIdle();
        home.isIdle();
        desk.isIdle().remembers(HistoryEntry.Kind.RECEIVED, "2001");

        alice.dials("2002");
        home.rings();
        alice.hangsUp().isIdle();
        home.isIdle().remembers(HistoryEntry.Kind.MISSED, "2001");
        home.awaits("only that one to be missed", state -> state.history().size() == 1);
    }

    @Test
    void a_call_from_one_phone_is_seen_at_the_other() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var home = SITE.boots("bobhome");

        home.dials("2001");
        desk.shows(CallState.CALL_REMOTE_MULTILINE);
        alice.rings().answers().hears(home);
        home.hears(alice).hangsUp().isIdle();

        desk.isIdle();
        alice.isIdle();
    }
}
