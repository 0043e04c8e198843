package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;

/** Bob has his line on two buttons, one call each; his second call is on the second. */
class RolloverTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002").buttonsOfItsLine(2).takes(1, 1);
    private final Deskphone carol = office.phone("2003");
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
    }

    @Test
    void a_call_rings_on_one_button_and_the_next_call_on_the_next() {
        alice.dialsEnBloc("2002");
        assertThat(rangOn(bob)).containsExactly(1);
        bob.answers();

        carol.dialsEnBloc("2002");
        assertThat(rangOn(bob)).containsExactly(1, 2);
        bob.shows("waiting");
        bob.pressesLine(2);

        bob.isInCallWith(carol);
        alice.hangsUp();
        carol.hangsUp();
        List.of(alice, bob, carol).forEach(Deskphone::isIdle);
    }

    @Test
    void the_line_is_busy_when_all_its_buttons_are() {
        alice.dialsEnBloc("2002");
        carol.dialsEnBloc("2002");

        dave.dialsEnBloc("2002");

        dave.hearsRefusal(Cause.USER_BUSY);
        assertThat(rangOn(bob)).containsExactly(1, 2);
    }

    @Test
    void who_is_about_to_transfer_asks_on_the_next_button() {
        alice.dialsEnBloc("2002");
        bob.answers();

        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2003");
        carol.answers();
        bob.isInCallWith(carol);
        assertThat(bob.told(StationCommand.GiveDialTone.class))
                .extracting(StationCommand.GiveDialTone::line)
                .containsExactly(new LineInstance(2));
        bob.presses(Softkey.TRANSFER);

        alice.isInCallWith(carol);
        bob.isIdle();
    }

    @Test
    void calls_of_both_buttons_are_joined_for_they_are_of_one_line() {
        alice.dialsEnBloc("2002");
        bob.answers();
        var first = bob.call();
        carol.dialsEnBloc("2002");
        bob.pressesLine(2);

        bob.presses(Softkey.SELECT, first);
        bob.presses(Softkey.DIRECT_TRANSFER, bob.call());

        alice.isInCallWith(carol);
        bob.isIdle();
    }

    @Test
    void a_new_call_on_a_full_button_begins_on_the_next() {
        alice.dialsEnBloc("2002");
        bob.answers();

        bob.presses(Softkey.NEW_CALL);
        bob.dialsEnBloc("2003");
        carol.answers();

        bob.isInCallWith(carol);
        assertThat(bob.told(StationCommand.GiveDialTone.class))
                .extracting(StationCommand.GiveDialTone::line)
                .containsExactly(new LineInstance(2));
    }

    @Test
    void a_line_whose_buttons_are_full_says_so_and_the_call_goes_on() {
        var erin = office.phone("2005").takes(1, 1).registered();
        erin.dialsEnBloc("2001");
        alice.answers();

        erin.presses(Softkey.NEW_CALL);

        erin.isInCallWith(alice);
        assertThat(erin.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void who_watches_the_line_sees_it_in_use_on_any_button() {
        alice.dialsEnBloc("2002");
        bob.answers();
        carol.dialsEnBloc("2002");
        bob.pressesLine(2);
        alice.hangsUp();

        assertThat(bob.state().status(new LineInstance(1))).isEqualTo(LineStatus.IN_USE);
        carol.hangsUp();
        assertThat(bob.state().status(new LineInstance(1))).isEqualTo(LineStatus.IDLE);
    }

    /** On which buttons calls rang. */
    private static List<Integer> rangOn(Deskphone phone) {
        return phone.told(StationCommand.Offer.class).stream()
                .map(offer -> offer.line().number())
                .toList();
    }
}
