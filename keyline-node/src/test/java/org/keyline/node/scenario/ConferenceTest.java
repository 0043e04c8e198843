package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.Label;

/** Alice brings people together. */
class ConferenceTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"));

    @Test
    void three_hear_each_other() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        conference(alice, bob, carol);

        alice.showsCalls(1).hearsTogether(bob, carol);
        bob.hearsTogether(alice, carol).showsParty("", Label.CONFERENCE.code());
        carol.hearsTogether(alice, bob).showsParty("", Label.CONFERENCE.code());
        alice.hangsUp().isIdle();
        bob.hears(carol);
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void who_holds_hears_nothing_and_the_others_go_on() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        conference(alice, bob, carol);

        bob.presses("Hold").selects(CallState.HOLD);
        alice.hears(carol);
        bob.presses("Resume").hearsTogether(alice, carol);
        alice.presses("RmLstC");
        carol.isIdle();
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    static void conference(LabPhone first, LabPhone second, LabPhone third) {
        first.dials(second.number());
        second.rings().answers().hears(first);
        first.hears(second).presses("Confrn").hearsDialTone().pressesDigits(third.number());
        third.rings().answers().hears(first);
        first.hears(third).presses("Confrn");
    }
}
