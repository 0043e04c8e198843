package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.security.SecurityClass;

/** Alice confers with Bob, Carol and Dave, and looks who is there. */
class ConferenceListTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.AUTHENTICATED);
    private final Deskphone dave = office.phone("2004");
    private final Bridge bridge = office.bridge("CFB_1", true);

    @BeforeEach
    void theyConfer() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        alice.dialsEnBloc("2002");
        bob.answers();
        brings(carol);
        brings(dave);
    }

    @Test
    void the_list_says_who_is_there_who_made_it_and_how_secure_each_is() {
        alice.presses(Softkey.CONFERENCE_LIST);

        assertThat(alice.participants())
                .extracting(who -> who.party().number())
                .containsExactly("2001", "2002", "2003", "2004");
        assertThat(alice.participants()).extracting(Participant::controls).containsExactly(true, false, false, false);
        assertThat(alice.participants())
                .extracting(Participant::security)
                .containsExactly(
                        SecurityClass.ENCRYPTED,
                        SecurityClass.ENCRYPTED,
                        SecurityClass.AUTHENTICATED,
                        SecurityClass.NON_SECURE);
        assertThat(alice.mayRemove()).isTrue();
    }

    @Test
    void everybody_may_look_but_only_who_made_it_may_send_out() {
        bob.presses(Softkey.CONFERENCE_LIST);
        assertThat(bob.participants()).hasSize(4);
        assertThat(bob.mayRemove()).isFalse();

        bob.does(removal(bob, dave));

        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        assertThat(bridge.seats(dave)).isTrue();
    }

    @Test
    void who_is_sent_out_is_gone_and_the_list_is_newer_at_once() {
        alice.presses(Softkey.CONFERENCE_LIST);
        alice.does(removal(alice, carol));

        carol.isIdle();
        assertThat(alice.participants())
                .extracting(who -> who.party().number())
                .containsExactly("2001", "2002", "2004");
        assertThat(bridge.seats(alice) && bridge.seats(bob) && bridge.seats(dave))
                .isTrue();
    }

    @Test
    void nobody_who_is_gone_and_not_who_made_it_is_sent_out() {
        alice.presses(Softkey.CONFERENCE_LIST);
        var carols = removal(alice, carol);
        carol.hangsUp();
        alice.does(carols);
        alice.does(removal(alice, alice));
        alice.does(new StationSignal.RemoveParticipant(new CallReference(1), new CallReference(2)));

        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE, Phrase.KEY_NOT_ACTIVE);
        assertThat(bridge.seats(alice) && bridge.seats(bob) && bridge.seats(dave))
                .isTrue();
    }

    @Test
    void a_call_of_two_has_no_list() {
        alice.presses(Softkey.REMOVE_LAST);
        alice.presses(Softkey.REMOVE_LAST);
        alice.isInCallWith(bob);
        alice.presses(Softkey.CONFERENCE_LIST);

        assertThat(alice.participants()).isEmpty();
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    private static StationSignal removal(Deskphone by, Deskphone who) {
        return by.participants().stream()
                .filter(one -> one.party().number().equals(who.number()))
                .map(one -> new StationSignal.RemoveParticipant(by.call(), one.leg()))
                .findFirst()
                .orElseThrow();
    }

    private void brings(Deskphone other) {
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc(other.number());
        other.answers();
        alice.presses(Softkey.CONFERENCE);
    }
}
