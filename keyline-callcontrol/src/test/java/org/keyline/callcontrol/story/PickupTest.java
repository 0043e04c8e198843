package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.AlertPickup;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Bob and Carol are in one pickup group, Dave in another; Alice, who is in none, calls them. */
class PickupTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);
    private final Deskphone dave = office.phone("2004");
    private final Deskphone eve = office.phone("2005");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, dave, eve).forEach(Deskphone::registered);
        office.pickupGroup(new PickupGroup("7001", "", "Sales", List.of("7002")), "2002", "2003");
        office.pickupGroup(new PickupGroup("7002", "", "Service", List.of()), "2004");
        office.picksUpAtOnce(true);
    }

    @Test
    void a_call_that_rings_at_a_colleague_is_taken_with_one_key() {
        alice.dialsEnBloc("2002");
        bob.shows("ringing");
        var ringing = bob.call();

        carol.presses(Softkey.PICK_UP);

        bob.isIdle();
        assertThat(bob.misses(ringing)).isFalse();
        alice.isInCallWith(carol);
        carol.seesCalling("2001");
        carol.seesRedirection("2002", Reason.PICKUP);
        alice.seesCalled("2003");
    }

    @Test
    @Spec({"OV-34", "OV-65"})
    void the_class_is_that_of_the_two_who_talk_with_keys_of_their_own() {
        alice.dialsEnBloc("2002");
        carol.presses(Softkey.PICK_UP);

        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(carol.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(alice.told(OpenReceive.class).getLast().key()).isPresent();
        assertThat(office.wiped()).hasSize(1);
    }

    @Test
    void where_the_system_does_not_pick_up_at_once_the_call_rings_at_who_took_it() {
        office.picksUpAtOnce(false);
        alice.dialsEnBloc("2002");

        carol.presses(Softkey.PICK_UP);

        bob.isIdle();
        carol.shows("ringing");
        carol.seesRedirection("2002", Reason.PICKUP);
        alice.shows("ring-back");
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_call_taken_and_not_answered_goes_back_to_where_it_rang() {
        office.picksUpAtOnce(false);
        alice.dialsEnBloc("2002");
        carol.presses(Softkey.PICK_UP);

        office.expires(CallTimer.FORWARD);
        carol.isIdle();
        bob.shows("ringing");
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void the_oldest_call_is_taken_first() {
        alice.dialsEnBloc("2002");
        eve.dialsEnBloc("2002");

        carol.presses(Softkey.PICK_UP);

        carol.isStillTalkingTo(alice);
        eve.shows("ring-back");
        bob.seesCalling("2005");
    }

    @Test
    void nobody_rings_and_the_user_hears_that() {
        carol.presses(Softkey.PICK_UP);

        carol.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(carol.explained()).containsExactly(Phrase.NO_CALL_TO_PICK_UP);
        carol.hangsUp();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void who_is_in_no_group_picks_up_nothing() {
        alice.dialsEnBloc("2002");
        eve.presses(Softkey.PICK_UP);

        assertThat(eve.explained()).containsExactly(Phrase.NO_CALL_TO_PICK_UP);
        bob.shows("ringing");
    }

    @Test
    void a_phone_with_several_lines_uses_one_that_is_in_a_group() {
        var frank = office.phone("2006").lines(2);
        frank.registered();
        office.pickupGroup(new PickupGroup("7001", "", "Sales", List.of()), "2002", "20062");
        alice.dialsEnBloc("2002");

        frank.presses(Softkey.PICK_UP);

        alice.isInCallWith(frank);
        frank.seesCalled("20062");
    }

    @Test
    void the_key_works_at_dial_tone_too_but_not_among_digits() {
        alice.dialsEnBloc("2002");
        carol.goesOffHook();
        carol.presses(Softkey.PICK_UP);
        alice.isInCallWith(carol);
        alice.hangsUp();

        alice.dialsEnBloc("2002");
        carol.goesOffHook();
        carol.presses('2');
        carol.presses(Softkey.PICK_UP);
        carol.shows("dialling");
        bob.shows("ringing");
    }

    @Test
    void a_call_of_another_group_is_taken_by_that_groups_number() {
        alice.dialsEnBloc("2004");

        carol.presses(Softkey.GROUP_PICK_UP);
        carol.shows("dial tone");
        digits(carol, "7002");

        dave.isIdle();
        alice.isInCallWith(carol);
    }

    @Test
    void the_number_of_a_group_alone_does_the_same_for_phones_without_the_key() {
        alice.dialsEnBloc("2004");

        eve.dials("7002");

        alice.isInCallWith(eve);
    }

    @Test
    void a_call_at_a_certain_line_is_taken_by_that_lines_number() {
        alice.dialsEnBloc("2002");
        eve.dialsEnBloc("2004");

        carol.presses(Softkey.GROUP_PICK_UP);
        digits(carol, "2004");

        carol.isStillTalkingTo(eve);
        bob.shows("ringing");
    }

    @Test
    void a_line_of_a_group_the_user_has_no_part_in_is_none_to_pick_up_from() {
        alice.dialsEnBloc("2002");

        dave.presses(Softkey.GROUP_PICK_UP);
        digits(dave, "2002");

        assertThat(dave.explained()).containsExactly(Phrase.NO_CALL_TO_PICK_UP);
        bob.shows("ringing");
    }

    @Test
    void the_other_groups_are_tried_in_their_order() {
        office.pickupGroup(new PickupGroup("7003", "", "Night", List.of("7002", "7001")), "2005");
        alice.dialsEnBloc("2002");
        eve.presses(Softkey.OTHER_PICK_UP);
        alice.isInCallWith(eve);
        alice.hangsUp();

        alice.dialsEnBloc("2002");
        bob.shows("ringing");
        carol.dialsEnBloc("2004");
        eve.presses(Softkey.OTHER_PICK_UP);
        carol.isInCallWith(eve);
        bob.shows("ringing");
    }

    @Test
    void of_two_who_pick_up_in_the_same_moment_one_has_the_call() {
        var frank = office.phone("2006");
        frank.registered();
        office.pickupGroup(new PickupGroup("7001", "", "Sales", List.of()), "2002", "2003", "2006");
        alice.dialsEnBloc("2002");
        carol.acts(press());
        frank.acts(press());
        office.settle();

        var winner = carol.explained().isEmpty() ? carol : frank;
        var loser = winner == carol ? frank : carol;
        alice.isInCallWith(winner);
        loser.hearsRefusal(Cause.CALL_REJECTED);
        assertThat(loser.explained()).containsExactly(Phrase.NO_CALL_TO_PICK_UP);
    }

    @Test
    void who_comes_second_has_the_next_call_where_two_ring() {
        var frank = office.phone("2006");
        frank.registered();
        office.pickupGroup(new PickupGroup("7001", "", "Sales", List.of()), "2002", "2003", "2006");
        alice.dialsEnBloc("2002");
        eve.dialsEnBloc("2002");
        carol.acts(press());
        frank.acts(press());
        office.settle();

        bob.isIdle();
        assertThat(List.of(alice.display().text, eve.display().text, carol.display().text, frank.display().text))
                .containsOnly("connected");
    }

    @Test
    void a_call_answered_in_the_same_moment_is_there_or_here_and_nowhere_else() {
        alice.dialsEnBloc("2002");
        bob.acts(new StationSignal.Press(Softkey.ANSWER, LineInstance.NONE, CallReference.NONE));
        carol.acts(press());
        office.settle();

        alice.isInCallWith(bob);
        carol.hearsRefusal(Cause.CALL_REJECTED);
    }

    @Test
    void the_caller_gives_up_in_the_same_moment() {
        alice.dialsEnBloc("2002");
        carol.acts(press());
        alice.hangsUp();
        carol.hangsUp();

        List.of(alice, bob, carol).forEach(Deskphone::isIdle);
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_consultation_may_pick_up_a_call_and_the_transfer_joins_it() {
        eve.dialsEnBloc("2003");
        carol.answers();
        alice.dialsEnBloc("2002");
        carol.presses(Softkey.TRANSFER);
        carol.presses(Softkey.PICK_UP);
        carol.isStillTalkingTo(alice);

        carol.presses(Softkey.TRANSFER);

        carol.isIdle();
        eve.isInCallWith(alice);
    }

    @Test
    void all_phones_of_a_shared_line_stop_ringing() {
        var second = office.sharing("2002", "2012");
        second.registered();
        alice.dialsEnBloc("2002");
        second.shows("ringing");

        carol.presses(Softkey.PICK_UP);

        bob.isIdle();
        second.isIdle();
        alice.isInCallWith(carol);
    }

    private static StationSignal press() {
        return new StationSignal.Press(Softkey.PICK_UP, LineInstance.NONE, CallReference.NONE);
    }

    private static void digits(Deskphone phone, String digits) {
        digits.chars().forEach(key -> phone.presses((char) key));
    }

    @Test
    void an_idle_phone_rings_once_for_its_group_and_one_whose_user_wants_peace_does_not() {
        carol.hearsOfPickup();
        dave.silence(true, DoNotDisturbOption.RINGER_OFF);
        dave.hearsOfPickup();

        assertThat(carol.told(AlertPickup.class))
                .containsExactly(new AlertPickup(LineInstance.NONE, CallReference.NONE));
        assertThat(dave.told(AlertPickup.class)).isEmpty();
    }

    @Test
    void who_talks_hears_of_the_group_only_where_the_system_has_it_so() {
        carol.dialsEnBloc("2004");
        dave.answers();
        carol.hearsOfPickup();
        assertThat(carol.told(AlertPickup.class)).isEmpty();

        office.alertsPickupsInCalls();
        carol.hearsOfPickup();
        assertThat(carol.told(AlertPickup.class)).containsExactly(new AlertPickup(new LineInstance(1), carol.call()));
        carol.holds();
        carol.hearsOfPickup();
        assertThat(carol.told(AlertPickup.class)).hasSize(1);
    }

    @Test
    void who_dials_or_is_called_hears_nothing_of_the_group() {
        office.alertsPickupsInCalls();
        carol.dialsEnBloc("2002");
        carol.hearsOfPickup();
        bob.hearsOfPickup();

        assertThat(carol.told(AlertPickup.class)).isEmpty();
        assertThat(bob.told(AlertPickup.class)).isEmpty();
    }
}
