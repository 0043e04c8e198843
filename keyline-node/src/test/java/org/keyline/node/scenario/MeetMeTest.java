package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.field.Label;

/** Alice opens a meeting, and the others dial its number. */
class MeetMeTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"), Desk.of("dave", "2004"));

    @BeforeAll
    static void numbers() {
        SITE.imports("""
                keyline: 1
                callmanager: {maximumMeetMeConference: 3}
                meetMeNumbers:
                  - {pattern: 85X}
                  - {pattern: "870", minimumSecurity: ENCRYPTED}
                """);
    }

    @Test
    void who_dials_the_number_hears_who_is_there() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");

        bob.dials("850")
                .hearsReorder()
                .showsPrompt("Meetme is unavailable")
                .hangsUp()
                .isIdle();
        alice.liftsHandset().hearsDialTone().presses("MeetMe").pressesDigits("850");
        alice.showsParty("", Label.CONFERENCE.code()).showsCalls(1);
        bob.dials("850").hears(alice);
        alice.hears(bob);
        carol.dials("850").hearsTogether(alice, bob);
        dave.dials("850")
                .hearsReorder()
                .showsPrompt("Exceed maximum parties")
                .hangsUp()
                .isIdle();

        alice.hangsUp().isIdle();
        bob.hears(carol);
        dave.dials("850").hearsTogether(bob, carol);
        bob.hangsUp().isIdle();
        carol.hangsUp().isIdle();
        dave.hangsUp().isIdle();
        carol.dials("850")
                .hearsReorder()
                .showsPrompt("Meetme is unavailable")
                .hangsUp()
                .isIdle();
    }

    @Test
    void a_phone_that_is_not_secure_enough_is_refused() {
        var alice = SITE.boots("alice");
        alice.liftsHandset().hearsDialTone().presses("MeetMe").pressesDigits("870");
        alice.hearsReorder().showsPrompt("Security error").hangsUp().isIdle();
    }
}
