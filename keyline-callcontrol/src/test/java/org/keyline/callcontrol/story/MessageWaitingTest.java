package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.dial.ForwardReason;

/** Voice mail says whose mailbox has messages; users call theirs. */
class MessageWaitingTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone voiceMail = office.phone("2900");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, voiceMail).forEach(Deskphone::registered);
        office.messageWaiting("2991", true);
        office.messageWaiting("2990", false);
    }

    @Test
    void a_call_to_the_number_sets_and_another_clears_the_state_of_the_callers_line() {
        alice.dialsEnBloc("2991");

        alice.shows("confirmed");
        assertThat(office.voiceMail("2001").messagesWaiting()).isTrue();
        assertThat(office.voiceMail("2002").messagesWaiting()).isFalse();
        office.expires(CallTimer.TONE);
        alice.isIdle();

        alice.dialsEnBloc("2990");
        assertThat(office.voiceMail("2001").messagesWaiting()).isFalse();
        office.expires(CallTimer.TONE);
        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void saying_it_twice_is_confirmed_twice() {
        alice.dialsEnBloc("2991");
        office.expires(CallTimer.TONE);

        alice.dialsEnBloc("2991");

        alice.shows("confirmed");
        assertThat(office.voiceMail("2001").messagesWaiting()).isTrue();
    }

    @Test
    void nobody_lights_the_lamp_of_another_by_forwarding_to_the_number() {
        office.forwards("2002", ForwardReason.ALL, "2991");

        alice.dialsEnBloc("2002");

        alice.hearsRefusal(Cause.EXCHANGE_ROUTING_ERROR);
        assertThat(office.voiceMail("2001").messagesWaiting()).isFalse();
        assertThat(office.voiceMail("2002").messagesWaiting()).isFalse();
    }

    @Test
    void the_messages_key_calls_the_voice_mail_of_the_line() {
        office.voiceMailPilot("2002");
        office.voiceMailPilot("2001", "2900");

        alice.does(new StationSignal.MessagesKey());

        voiceMail.shows("ringing");
        voiceMail.seesCalling("2001");
    }

    @Test
    void a_line_without_a_pilot_calls_that_of_the_system() {
        office.voiceMailPilot("2900");

        bob.does(new StationSignal.MessagesKey());

        voiceMail.shows("ringing");
        voiceMail.seesCalling("2002");
    }

    @Test
    void a_key_that_has_nothing_to_call_says_so() {
        alice.does(new StationSignal.MessagesKey());

        alice.isIdle();
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }
}
