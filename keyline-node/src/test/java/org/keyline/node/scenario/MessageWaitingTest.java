package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.Tone;

/** Voice mail says that messages wait, and users call it. */
class MessageWaitingTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @BeforeAll
    static void voiceMailHasItsNumbers() {
        SITE.imports("""
                keyline: 1
                messageWaitingNumbers:
                  - {number: "2991", indicator: ON}
                  - {number: "2990", indicator: OFF}
                lines:
                  - number: "2001"
                    voiceMailPilot: "2002"
                """);
        SITE.awaitsConfiguration();
    }

    @Test
    void a_lamp_lights_stays_lit_when_the_phone_comes_back_and_goes_out() {
        var alice = SITE.boots("alice");
        alice.dials("2991").hearsTone(Tone.CONFIRMATION);
        alice.showsLamp(ButtonType.VOICE_MAIL, 0, LampMode.ON).showsLamp(ButtonType.VOICE_MAIL, 1, LampMode.ON);
        alice.hangsUp().isIdle().showsPrompt("You have voicemail");

        alice.losesPower().powersOn();
        alice.showsPrompt("You have voicemail").showsLamp(ButtonType.VOICE_MAIL, 0, LampMode.ON);
        alice.liftsHandset().hearsTone(Tone.STUTTER_DIAL).pressesDigits("2990").hearsTone(Tone.CONFIRMATION);

        alice.showsLamp(ButtonType.VOICE_MAIL, 0, LampMode.OFF).showsLamp(ButtonType.VOICE_MAIL, 1, LampMode.OFF);
        alice.hangsUp().isIdle().showsPrompt("Your current options");
    }

    @Test
    void the_messages_key_calls_voice_mail() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        alice.pressesButton(ButtonType.VOICE_MAIL, 1);

        bob.rings().answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }
}
