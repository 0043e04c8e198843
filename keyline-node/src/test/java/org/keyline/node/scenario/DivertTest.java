package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.lab.phone.PhoneState;

/** Bob sends callers to voice mail, which answers at 2900. */
class DivertTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with("softkeyTemplate: Standard Feature"),
                    Desk.of("carol", "2003"),
                    Desk.of("dora", "2004").with("softkeyTemplate: Desk"),
                    Desk.of("mail", "2900"))
            .and("""
                    callmanager: {voiceMailPilot: "2900"}
                    softkeyTemplates:
                      - {name: Desk, basedOn: STANDARD_USER, connectedTransfer: "EndCall, Trnsfer, TrnsfVM"}
                    """);

    @Test
    void a_call_that_rings_goes_to_voice_mail_and_is_not_missed() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var mail = SITE.boots("mail");
        alice.dials("2002");
        bob.rings().showsSoftkeys("Answer", "iDivert", "DND").presses("iDivert").isIdle();

        mail.rings().showsParty("2001", "alice");
        mail.awaits(
                "the number the call was redirected from",
                state -> state.planes().stream()
                        .flatMap(plane -> plane.parties().stream())
                        .anyMatch(parties -> parties.originalCalled().equals("2002")
                                && parties.lastRedirecting().equals("2002")));
        mail.answers().hears(alice);
        alice.hears(mail).hangsUp().isIdle();
        mail.isIdle();
        List<HistoryEntry> history = bob.phone().watch().read(PhoneState::history);
        assertThat(history).noneMatch(entry -> entry.kind() == HistoryEntry.Kind.MISSED);
    }

    @Test
    void bob_talks_holds_and_diverts() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var mail = SITE.boots("mail");
        alice.dials("2002");
        bob.rings().answers().hears(alice);
        bob.presses("Hold").isOnHold().presses("iDivert").isIdle();

        mail.rings().answers().hears(alice);
        alice.hears(mail);
        mail.hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_call_that_voice_mail_has_no_time_for_comes_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var mail = SITE.boots("mail");
        mail.losesPower();
        alice.dials("2002");
        bob.rings().answers().hears(alice);
        bob.presses("iDivert").rings().showsPrompt("Temp fail");
        bob.answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_call_is_transferred_to_the_mailbox_of_somebody_else() {
        var alice = SITE.boots("alice");
        var dora = SITE.boots("dora");
        var carol = SITE.boots("carol");
        var mail = SITE.boots("mail");
        alice.dials("2004");
        dora.rings().answers().hears(alice);
        dora.presses("Trnsfer").hearsDialTone().pressesDigits("2003");
        carol.rings();
        dora.presses("TrnsfVM").isIdle();
        carol.isIdle();

        mail.rings().showsParty("2001", "alice");
        mail.awaits(
                "the number the call was redirected from",
                state -> state.planes().stream()
                        .flatMap(plane -> plane.parties().stream())
                        .anyMatch(parties -> parties.originalCalled().equals("2003")));
        mail.answers().hears(alice);
        alice.hears(mail).hangsUp().isIdle();
        mail.isIdle();
    }

    @Test
    void a_phone_is_told_when_there_is_nobody_to_divert_to() {
        SITE.imports("keyline: 1\ncallmanager: {voiceMailPilot: \"2999\"}\n");
        SITE.awaitsConfiguration();
        try {
            var alice = SITE.boots("alice");
            var bob = SITE.boots("bob");
            alice.dials("2002");
            bob.rings().answers().hears(alice);
            bob.presses("iDivert").showsPrompt("Temp fail").hears(alice);
            alice.hangsUp().isIdle();
        } finally {
            SITE.imports("keyline: 1\ncallmanager: {voiceMailPilot: \"2900\"}\n");
            SITE.awaitsConfiguration();
        }
    }
}
