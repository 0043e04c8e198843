package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.Tone;

/** Bob and Carol are in one pickup group, Eve and Yuki in another; each is told of calls that ring for a second. */
class PickupNoticeTest {
    private static final String NOTHING = "Your current options";

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"),
                    Desk.of("eve", "2005"),
                    Desk.of("yuki", "2006").with("userLocale: ja"));

    @BeforeEach
    void groups() {
        SITE.imports("""
                keyline: 1
                callmanager: {autoCallPickup: true, pickupAlertInCalls: false}
                pickupGroups:
                  - {number: "7001", name: Sales}
                  - {number: "7002", name: Service, notificationPolicy: BOTH, notificationTimer: 1}
                lines:
                  - {number: "2002", pickupGroup: "7001"}
                  - {number: "2003", pickupGroup: "7001"}
                  - {number: "2005", pickupGroup: "7002"}
                  - {number: "2006", pickupGroup: "7002"}
                """);
        sales("notificationPolicy: BOTH, notifyCallingParty: true, notifyCalledParty: true");
    }

    private static void sales(String how) {
        SITE.imports("keyline: 1\npickupGroups:\n  - {number: \"7001\", notificationTimer: 1, " + how + "}\n");
    }

    @Test
    void a_colleague_sees_and_hears_that_it_rings_and_takes_the_call() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings();
        carol.showsPrompt("From 2001 to 2002").rangOnce(1);

        carol.presses("PickUp").hears(alice);

        bob.isIdle().rangOnce(0);
        alice.hears(carol).hangsUp().isIdle();
        carol.isIdle().showsPrompt(NOTHING).rangOnce(1);
    }

    @Test
    void it_is_gone_as_soon_as_it_is_answered_or_the_caller_hangs_up() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings();
        carol.showsPrompt("From 2001 to 2002");
        bob.answers().hears(alice);
        carol.showsPrompt(NOTHING);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();

        alice.dials("2002");
        bob.rings();
        carol.showsPrompt("From 2001 to 2002");
        carol.losesPower().powersOn().showsPrompt("From 2001 to 2002");
        alice.hangsUp().isIdle();
        carol.showsPrompt(NOTHING);
    }

    @Test
    void who_calls_after_a_transfer_is_shown_instead_and_heard_no_second_time() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        dave.dials("2001");
        alice.rings().answers().hears(dave);
        dave.hears(alice);
        alice.presses("Trnsfer").hearsDialTone().pressesDigits("2002").hearsRingBack();
        bob.rings();
        carol.showsPrompt("From 2001 to 2002").rangOnce(1);

        alice.presses("Trnsfer").isIdle();

        carol.showsPrompt("From 2004 to 2002").rangOnce(1);
        bob.answers().hears(dave);
        carol.showsPrompt(NOTHING);
        dave.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_group_without_a_notice_is_told_nothing_while_another_is_told() {
        sales("notificationPolicy: NONE");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        var eve = SITE.boots("eve");
        var yuki = SITE.boots("yuki");
        alice.dials("2002");
        bob.rings();
        dave.dials("2005");
        eve.rings();

        yuki.showsPrompt("2004 から 2005 へ").rangOnce(1);

        carol.showsPrompt(NOTHING).rangOnce(0);
        carol.presses("PickUp").hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        dave.hangsUp().isIdle();
        yuki.showsPrompt(NOTHING);
    }

    @Test
    void who_calls_is_not_shown_where_the_group_is_not_to_know() {
        sales("notificationPolicy: VISUAL, notifyCallingParty: false");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings();

        carol.showsPrompt("To 2002").rangOnce(0);
        sales("notificationPolicy: VISUAL, notifyCallingParty: false, notifyCalledParty: false");
        carol.showsPrompt("Calls available for pickup");
        alice.hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void who_talks_hears_a_tone_where_the_system_has_it_so_and_sees_it_once_they_are_idle() {
        SITE.imports("keyline: 1\ncallmanager: {pickupAlertInCalls: true}\n");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        carol.dials("2004");
        dave.rings().answers().hears(carol);
        carol.hears(dave);
        alice.dials("2002");
        bob.rings();

        carol.hearsTone(Tone.ZIP).rangOnce(0).hangsUp().isIdle();

        dave.isIdle();
        carol.showsPrompt("From 2001 to 2002");
        alice.hangsUp().isIdle();
        bob.isIdle();
    }
}
