package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.sccp.codec.message.ServerConfiguration;

/** Phones show the softkeys that the administrator gave them, in that order, and each still does what it says. */
class SoftkeyTemplateTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    softkeyTemplates:
                      - {name: Backwards, onHook: "CfwdAll, NewCall, Redial", offHook: "EndCall, Redial", connected: "EndCall, QRT, Hold", onHold: "EndCall, Resume", digitsAfterFirst: "Dial, EndCall, <<"}
                      - {name: Sparse, onHook: "NewCall"}
                    devicePools:
                      - {name: Shop, callManagerGroup: Default, region: Default, softkeyTemplate: Sparse}
                    """)
            .with(
                    Desk.of("alice", "2001").with("softkeyTemplate: Backwards"),
                    Desk.of("bob", "2002"),
                    Desk.of("shop", "2003").with("devicePool: Shop"),
                    Desk.of("dora", "2004").model("7940").with("softkeyTemplate: Backwards"),
                    Desk.of("old", "2005").model("7910").with("softkeyTemplate: Backwards"));

    @Test
    void a_key_pressed_by_its_place_does_what_stands_on_it() {
        var alice = SITE.boots("alice").showsSoftkeys("CFwdAll", "NewCall", "Redial");
        var bob = SITE.boots("bob").showsSoftkeys("Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp", "CallBack");

        alice.pressesSoftkey(2).showsSoftkeys("EndCall", "Redial");
        alice.pressesDigits("2002");
        bob.rings().answers().hears(alice);
        alice.showsSoftkeys("EndCall", "Hold").pressesSoftkey(2).showsSoftkeys("EndCall", "Resume");
        alice.pressesSoftkey(2).showsSoftkeys("EndCall", "Hold");
        bob.hears(alice);
        alice.pressesSoftkey(1).isIdle();
        bob.isIdle();
        alice.pressesSoftkey(3);
        bob.rings();
        alice.pressesSoftkey(1).isIdle();
    }

    @Test
    void a_phone_without_a_template_has_that_of_its_device_pool() {
        SITE.boots("shop").showsSoftkeys("NewCall");
    }

    @Test
    void a_phone_of_an_older_family_gets_the_same_keys_and_one_without_softkeys_none() {
        SITE.boots("dora").showsSoftkeys("CFwdAll", "NewCall", "Redial");
        var old = SITE.boots("old");

        assertThat(old.messages()).noneMatch(said -> said.message() instanceof ServerConfiguration.SoftKeyTemplateRes);
    }

    @Test
    void a_changed_template_reaches_a_phone_when_it_restarts_and_not_before() {
        var bob = SITE.boots("bob");
        SITE.sets("bob", "softkeyTemplate: Backwards");
        bob.presses("NewCall")
                .showsSoftkeys("Redial", "EndCall", "CFwdAll", "PickUp", "GPickUp", "MeetMe")
                .presses("EndCall")
                .isIdle();
        bob.showsSoftkeys("Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp", "CallBack");

        SITE.resets(bob, "bob", Reset.Kind.RESTART);
        bob.showsSoftkeys("CFwdAll", "NewCall", "Redial");

        SITE.sets("bob", "softkeyTemplate: Standard User");
        SITE.resets(bob, "bob", Reset.Kind.RESTART);
        bob.showsSoftkeys("Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp", "CallBack");
    }
}
