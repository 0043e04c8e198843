package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.dial.DirectedCallPark;

/** Buttons that watch slots of parked calls. */
class SlotButtonTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003");
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void aliceTalksToBob() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        office.parksAt("710X");
        office.parksAt(new DirectedCallPark("80X", "", "", "21", Optional.empty()));
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void a_free_slot_takes_the_call_and_a_taken_one_gives_it_back() {
        bob.pressesSlot("800");
        bob.isIdle();
        assertThat(bob.parkedAt()).containsExactly("800");

        carol.pressesSlot("800");

        carol.isInCallWith(alice);
        assertThat(office.slotsTaken()).isZero();
    }

    @Test
    void slots_of_the_park_key_do_the_same() {
        bob.pressesSlot("7100");
        carol.pressesSlot("7100");

        carol.isInCallWith(alice);
    }

    @Test
    void who_talks_takes_a_parked_call_and_holds_their_own() {
        bob.pressesSlot("800");
        carol.dialsEnBloc("2004");
        dave.answers();

        carol.pressesSlot("800");

        carol.isInCallWith(alice);
        assertThat(carol.calls()).hasSize(2);
    }

    @Test
    void without_a_call_a_free_slot_has_nothing_to_do() {
        carol.pressesSlot("800");

        carol.isIdle();
        assertThat(carol.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void what_is_no_slot_any_more_is_dialled_as_any_number() {
        office.parksNowhere();
        bob.pressesSlot("800");

        assertThat(bob.parkedAt()).isEmpty();
        assertThat(office.slotsTaken()).isZero();
    }
}
