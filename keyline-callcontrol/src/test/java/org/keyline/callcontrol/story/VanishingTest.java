package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;

/** Phones that are gone in the middle, in each state of a call. */
class VanishingTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");

    @BeforeEach
    void phonesStandOnTheirDesks() {
        alice.registered();
        bob.registered();
    }

    @Test
    void the_caller_vanishes_while_dialling() {
        alice.dials("20");

        alice.vanishes();

        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_caller_vanishes_while_it_rings() {
        alice.dialsEnBloc("2002");

        alice.vanishes();

        bob.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_called_phone_vanishes_while_it_rings() {
        alice.dialsEnBloc("2002");

        bob.vanishes();

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
    }

    @Test
    void a_phone_vanishes_while_they_talk() {
        alice.dialsEnBloc("2002");
        bob.answers();

        bob.vanishes();

        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_holder_vanishes() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.holds();

        bob.vanishes();

        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void the_caller_vanishes_while_a_tone_plays() {
        alice.dialsEnBloc("7777");

        alice.vanishes();

        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_device_that_never_replies_to_an_offer_is_out_of_order() {
        alice.acts(new StationSignal.EnBloc("2002", LineInstance.NONE));
        office.deliverOne(0);
        bob.acts(new StationSignal.Gone("lost"));
        office.settle();

        office.expires(CallTimer.OFFER);

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
    }
}
