package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.MarkedMalicious;

/** Alice threatens Bob. */
class MaliciousCallTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone workshop = office.sharing("2002", "2012");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, workshop).forEach(Deskphone::registered);
        alice.dialsEnBloc("2002");
    }

    @Test
    void bob_marks_the_call_and_alice_does_not_notice() {
        bob.answers();
        var before = alice.told().size();
        bob.presses(Softkey.MALICIOUS_CALL);

        assertThat(office.malicious()).containsExactly("2001 to 2002");
        assertThat(bob.told(MarkedMalicious.class)).hasSize(1);
        assertThat(alice.told()).hasSize(before);
        alice.isStillTalkingTo(bob);
    }

    @Test
    void a_held_call_may_be_marked_too() {
        bob.answers();
        bob.holds();
        bob.presses(Softkey.MALICIOUS_CALL, bob.call());

        assertThat(office.malicious()).hasSize(1);
    }

    @Test
    void a_guest_who_barged_in_may_mark_it_and_stays() {
        bob.answers();
        workshop.presses(Softkey.BARGE);
        workshop.presses(Softkey.MALICIOUS_CALL);
        bob.presses(Softkey.MALICIOUS_CALL);

        assertThat(office.malicious()).hasSize(2);
        workshop.shows("connected");
    }

    @Test
    void before_the_call_is_up_the_key_is_not_active() {
        bob.presses(Softkey.MALICIOUS_CALL, bob.call());

        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        assertThat(office.malicious()).isEmpty();
    }
}
