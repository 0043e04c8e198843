package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice brings people together, and sees on her phone who is there. */
class ConferenceListTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002").with("userLocale: ja"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"));

    @Test
    void the_list_shows_who_is_there_and_sends_them_out() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        ConferenceTest.conference(alice, bob, carol);
        alice.hearsTogether(bob, carol).presses("Confrn").hearsDialTone().pressesDigits("2004");
        dave.rings().answers().hears(alice);
        alice.hears(dave).presses("Confrn").hearsTogether(bob, carol, dave);

        alice.presses("ConfList").showsPage("Conference", "* alice 2001", "bob 2002", "carol 2003", "dave 2004");
        bob.presses("ConfList").showsPage("会議", "* alice 2001", "bob 2002", "carol 2003", "dave 2004");
        dave.hangsUp().isIdle();
        bob.pressesOnPage("更新", "").showsPage("会議", "* alice 2001", "bob 2002", "carol 2003");
        bob.pressesOnPage("終了", "").showsNoPage();

        alice.choosesOnPage("carol 2003").pressesOnPage("Remove", "carol 2003");
        carol.isIdle();
        alice.showsNoPage().hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }
}
