package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.CallState;

/** Bob has one line at his desk and in the workshop. */
class PrivacyTest {
    private static final int ON = 1;
    private static final int OFF = 0;

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002")
                            .with("softkeyTemplate: Standard Feature", "buttonTemplate: With privacy", "privacy: OFF"),
                    Desk.of("workshop", "2902"))
            .and("""
                phoneButtonTemplates:
                  - name: With privacy
                    model: "7962"
                    buttons:
                      - {function: LINE}
                      - {function: PRIVACY}
                callmanager: {builtInBridgeEnable: true}
                """);

    @BeforeAll
    static void bobsLineIsInTheWorkshopToo() {
        SITE.imports("""
                keyline: 1
                phones:
                  - name: %s
                    model: "7962"
                    lines:
                      - {line: "2002", display: bob}
                """.formatted(Desk.device("workshop")));
        SITE.awaitsConfiguration();
    }

    @Test
    void the_key_hides_a_call_and_shows_it_again() {
        var alice = SITE.boots("alice");
        var desk = SITE.boots("bob");
        var workshop = SITE.boots("workshop");
        desk.showsButtonStatus(2, OFF);
        alice.dials("2002");
        workshop.rings();
        desk.rings().answers().hears(alice);
        workshop.shows(CallState.CALL_REMOTE_MULTILINE).showsSoftkeys("Barge", "NewCall");

        desk.pressesButtonAt(2).showsButtonStatus(2, ON).showsNotification("Private");

        workshop.showsSoftkeys("NewCall").showsPrompt("In use remote").showsParty("", "");
        alice.hears(desk);
        desk.pressesButtonAt(2).showsButtonStatus(2, OFF);
        workshop.showsSoftkeys("Barge", "NewCall").presses("Barge").isConnected();
        alice.hangsUp().isIdle();
        desk.isIdle();
        workshop.isIdle();
    }

    @Test
    void privacy_lasts_until_the_key_is_pressed_again() {
        var desk = SITE.boots("bob");
        desk.presses("Private").showsButtonStatus(2, ON);

        desk.losesPower().powersOn().showsButtonStatus(2, ON);

        desk.presses("Private").showsButtonStatus(2, OFF);
    }
}
