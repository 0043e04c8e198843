package org.keyline.node.scenario;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.ButtonType;

/** Who is busy or does not answer is waited for, and called when they are free. */
class CallBackTest {
    private static final String TITLE = "Call back";
    private static final String BOB_IS_FREE = "bob 2002 is now available, since \\d\\d:\\d\\d\\.";

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("callmanager: {cdrEnabled: true, cdrLogZeroDuration: true}\n")
            .and("""
                    phoneButtonTemplates:
                      - name: Returning
                        model: "7962"
                        buttons:
                          - {function: LINE}
                          - {function: CALL_BACK}
                    """)
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").line("busyTrigger: 1"),
                    Desk.of("carol", "2003").with("buttonTemplate: Returning"),
                    Desk.of("dave", "2004").line("busyTrigger: 1"),
                    Desk.of("yuki", "2005").with("userLocale: ja"));

    @Test
    void a_busy_user_is_called_as_soon_as_they_are_free_and_the_record_says_why() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        carol.dials("2002");
        bob.rings().answers().hears(carol);

        alice.dials("2002").hearsBusy().presses("CallBack");
        alice.showsText(TITLE, "You will be told when bob 2002 is free\\.");
        alice.pressesOnPage("Exit", "").hangsUp().isIdle().showsNoPage();
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();

        alice.showsText(TITLE, BOB_IS_FREE).rangOnce(1).pressesOnPage("Dial", "");
        bob.rings().answers().hears(alice);
        alice.hears(bob).showsNoPage().hangsUp().isIdle();
        bob.isIdle();
        Await.until(
                "a record of the call that was made back",
                CallBackTest::joinedBy,
                () -> joinedBy().contains("2001 20"));
    }

    private static String joinedBy() {
        return records()
                .map(record -> record.get("callingPartyNumber") + " " + record.get("joinOnBehalfOf"))
                .toList()
                .toString();
    }

    private static Stream<Map<String, String>> records() {
        return CallRecordsTest.rows(SITE, "cdr").stream();
    }

    @Test
    void who_does_not_answer_is_waited_for_until_they_used_their_phone() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002").hearsRingBack();
        bob.rings();
        alice.hangsUp().isIdle();
        bob.isIdle();
        alice.presses("CallBack").showsText(TITLE, "You will be told when bob 2002 is free\\.");
        alice.pressesOnPage("Exit", "").showsNoPage();

        alice.dials("2003");
        carol.rings().answers().hears(alice);
        bob.liftsHandset().hearsDialTone().hangsUp().isIdle();
        alice.hears(carol).showsNoPage().hangsUp().isIdle();

        alice.showsText(TITLE, BOB_IS_FREE).pressesOnPage("Cancel", "");
        alice.showsText(TITLE, "You are not waiting for bob 2002 any more\\.")
                .pressesOnPage("Exit", "")
                .showsNoPage();
        carol.isIdle();
        bob.liftsHandset().hearsDialTone().hangsUp().isIdle();
        alice.showsNoPage().rangOnce(1);
    }

    @Test
    void one_at_a_time_and_the_button_ends_it() {
        var carol = SITE.boots("carol");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        carol.dials("2002").hearsRingBack().pressesButton(ButtonType.CALL_BACK, 1);
        carol.showsText(TITLE, "You will be told when bob 2002 is free\\.").hangsUp();
        bob.isIdle();
        carol.isIdle().dials("2004").hearsRingBack().presses("CallBack");
        carol.showsText(TITLE, "(?s)You are waiting for bob 2002\\..*wait for dave 2004 instead.*")
                .pressesOnPage("Replace", "");
        carol.showsText(TITLE, "You will be told when dave 2004 is free\\.")
                .hangsUp()
                .isIdle();
        dave.isIdle();

        carol.pressesButton(ButtonType.CALL_BACK, 1).showsText(TITLE, "You are not waiting for dave 2004 any more\\.");
    }

    @Test
    void a_phone_that_is_gone_and_numbers_nobody_has_are_told_in_the_users_language() {
        var yuki = SITE.boots("yuki");
        var bob = SITE.boots("bob");
        yuki.dials("2002").hearsRingBack();
        bob.rings();
        yuki.presses("CallBack")
                .showsText("折返し", "bob 2002 が空いたらお知らせします。")
                .hangsUp()
                .isIdle();
        bob.isIdle().losesPower();
        yuki.showsText("折返し", "bob 2002 の空きは待てません。この番号の電話機が登録されていません。");

        yuki.dials("2999").hearsReorder().presses("CallBack");
        yuki.showsText("折返し", "発信した番号は使われていません。").hangsUp().isIdle();
        yuki.dials("2004").hearsReorder().presses("CallBack");
        yuki.showsText("折返し", "dave 2004 の空きは待てません。この番号の電話機が登録されていません。")
                .hangsUp()
                .isIdle();
    }
}
