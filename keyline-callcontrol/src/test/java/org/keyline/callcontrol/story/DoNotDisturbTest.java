package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.dial.ForwardReason;

/** Bob wants peace. */
class DoNotDisturbTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol).forEach(Deskphone::registered);
    }

    @Test
    void the_key_switches_it_on_and_off_again() {
        bob.presses(Softkey.DO_NOT_DISTURB);
        assertThat(bob.phone().features().doNotDisturb().active()).isTrue();

        bob.presses(Softkey.DO_NOT_DISTURB);
        assertThat(bob.phone().features().doNotDisturb().active()).isFalse();
    }

    @Test
    void a_phone_that_rejects_calls_is_busy() {
        bob.silence(true, DoNotDisturbOption.CALL_REJECT);

        alice.dialsEnBloc("2002");

        alice.hearsRefusal(Cause.USER_BUSY);
        bob.isIdle();
    }

    @Test
    void its_calls_go_where_those_of_a_busy_line_go() {
        office.forwards("2002", ForwardReason.BUSY, "2003");
        bob.silence(true, DoNotDisturbOption.CALL_REJECT);

        alice.dialsEnBloc("2002");

        carol.shows("ringing");
    }

    @Test
    void a_phone_without_a_ringer_still_takes_calls() {
        bob.silence(true, DoNotDisturbOption.RINGER_OFF);

        alice.dialsEnBloc("2002");

        bob.shows("ringing");
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void who_wants_peace_may_call() {
        bob.silence(true, DoNotDisturbOption.CALL_REJECT);

        bob.dialsEnBloc("2001");

        alice.answers();
        bob.isInCallWith(alice);
    }

    @Test
    void when_it_is_over_calls_ring_again() {
        bob.silence(true, DoNotDisturbOption.CALL_REJECT);
        bob.presses(Softkey.DO_NOT_DISTURB);

        alice.dialsEnBloc("2002");

        bob.shows("ringing");
    }
}
