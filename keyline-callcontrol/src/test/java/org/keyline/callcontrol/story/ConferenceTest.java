package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Alice talks to Bob and brings others in. */
class ConferenceTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.ENCRYPTED);
    private final Deskphone dave = office.phone("2004");
    private final Bridge bridge = office.bridge("CFB_1", true);

    @BeforeEach
    void aliceTalksToBob() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void three_hear_each_other_through_the_bridge() {
        brings(carol);

        confer(alice, bob, carol);
        assertThat(office.calls()).hasSize(1);
        assertThat(alice.calls()).hasSize(1);
        assertThat(alice.display().role()).contains(ConferenceRole.CONTROLLER);
        assertThat(bob.display().role()).contains(ConferenceRole.PARTICIPANT);
        assertThat(bob.display().farHeld).isFalse();
    }

    @Test
    void a_fourth_comes_in_and_the_others_go_on_meanwhile() {
        brings(carol);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2004");
        dave.answers();
        alice.isStillTalkingTo(dave);
        assertThat(bridge.seats(bob) && bridge.seats(carol)).isTrue();

        alice.presses(Softkey.CONFERENCE);

        confer(alice, bob, carol, dave);
    }

    @Test
    void no_more_than_the_system_allows() {
        office.conferences(3, false);
        brings(carol);
        brings(dave);

        assertThat(alice.explained()).containsExactly(Phrase.TOO_MANY_PARTICIPANTS);
        alice.isStillTalkingTo(dave);
        alice.presses(Softkey.END_CALL);
        alice.resumes();
        confer(alice, bob, carol);
    }

    @Test
    void without_a_bridge_both_calls_are_as_they_were() {
        bridge.seats(2);
        brings(carol);

        assertThat(alice.explained()).containsExactly(Phrase.NO_CONFERENCE_BRIDGE);
        alice.isStillTalkingTo(carol);
        assertThat(bob.display().farHeld).isTrue();
        alice.presses(Softkey.END_CALL);
        alice.resumes();
        alice.isInCallWith(bob);
        bridge.isEmpty();
    }

    @Test
    void a_bridge_that_has_no_seat_after_all_costs_only_who_comes() {
        brings(carol);
        bridge.breaksItsWord();
        brings(dave);

        dave.isIdle();
        assertThat(alice.explained()).containsExactly(Phrase.NO_CONFERENCE_BRIDGE);
        confer(alice, bob, carol);
    }

    @Test
    void a_bridge_that_has_no_seat_at_all_leaves_the_first_two() {
        bridge.breaksItsWord();
        brings(carol);

        carol.isIdle();
        alice.isInCallWith(bob);
    }

    @Test
    void who_is_asked_hangs_up_in_the_same_moment() {
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        carol.acts(carol.press(Softkey.END_CALL));
        alice.acts(alice.press(Softkey.CONFERENCE));
        office.settle();

        assertThat(alice.calls()).hasSize(1);
        alice.shows("held");
        assertThat(alice.explained()).isSubsetOf(Phrase.CANNOT_COMPLETE_CONFERENCE);
        alice.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void the_last_two_talk_to_each_other_without_the_bridge() {
        brings(carol);

        bob.hangsUp();

        alice.isInCallWith(carol);
        assertThat(alice.display().role()).isEmpty();
        bridge.isEmpty();
    }

    @Test
    void the_others_go_on_when_the_controller_leaves() {
        brings(carol);
        brings(dave);
        alice.hangsUp();
        confer(bob, carol, dave);

        bob.hangsUp();
        carol.isInCallWith(dave);
    }

    @Test
    void the_conference_ends_with_its_controller_where_the_system_has_it_so() {
        office.conferences(4, true);
        brings(carol);
        alice.hangsUp();

        Stream.of(alice, bob, carol).forEach(Deskphone::isIdle);
        bridge.isEmpty();
    }

    @Test
    void somebody_holds_and_the_others_go_on() {
        brings(carol);
        bob.holds();
        bob.shows("held");
        assertThat(bridge.seats(bob)).isFalse();
        assertThat(bridge.seats(alice) && bridge.seats(carol)).isTrue();

        bob.resumes();
        confer(alice, bob, carol);
    }

    @Test
    void one_of_the_last_two_holds() {
        brings(carol);
        bob.holds();
        carol.hangsUp();

        bob.shows("held");
        assertThat(alice.display().farHeld).isTrue();
        bob.resumes();
        alice.isInCallWith(bob);
        bridge.isEmpty();
    }

    @Test
    void somebody_in_the_conference_sends_another_in_their_place() {
        brings(carol);
        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2004");
        dave.answers();
        bob.presses(Softkey.TRANSFER);

        bob.isIdle();
        confer(alice, carol, dave);
    }

    @Test
    void the_controller_sends_away_who_came_last() {
        brings(carol);
        brings(dave);
        alice.presses(Softkey.REMOVE_LAST);
        dave.isIdle();
        confer(alice, bob, carol);
    }

    @Test
    void only_the_controller_does_that() {
        brings(carol);
        bob.presses(Softkey.REMOVE_LAST);
        bob.presses(Softkey.CONFERENCE);
        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE, Phrase.KEY_NOT_ACTIVE);
        confer(alice, bob, carol);
    }

    @Test
    void the_bridge_dies_and_another_takes_over() {
        office.bridge("CFB_2", true);
        brings(carol);
        bridge.dies();
        office.settle();

        var other = office.bridges().getLast();
        assertThat(Stream.of(alice, bob, carol)).allMatch(other::seats);
    }

    @Test
    void the_only_bridge_dies_and_the_first_two_go_on() {
        brings(carol);
        bridge.dies();
        office.settle();

        carol.isIdle();
        alice.isInCallWith(bob);
    }

    @Test
    void a_phone_that_never_listens_leaves_and_the_others_go_on() {
        var slow = office.phone("2005").opensWhenTold();
        slow.registered();
        brings(carol);
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2005");
        slow.answers();
        slow.listens();
        alice.presses(Softkey.CONFERENCE);

        office.expires(CallTimer.MEDIA);

        slow.isIdle();
        confer(alice, bob, carol);
        assertThat(office.story()).anyMatch(line -> line.startsWith("alarm: " + slow.name()));
    }

    @Test
    @Spec({"OV-34", "OV-65"})
    void everybody_has_keys_of_their_own_and_the_lock() {
        brings(carol);
        for (var phone : List.of(alice, bob, carol)) {
            assertThat(phone.display().security).contains(SecurityClass.ENCRYPTED);
        }
        var keys = Stream.of(alice, bob, carol)
                .map(phone -> phone.told(OpenReceive.class).getLast().key().orElseThrow())
                .map(key -> ByteBuffer.wrap(key.key()))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(office.wiped()).hasSize(office.keySetsMade());
    }

    @Test
    @Spec({"OV-34", "PH-006"})
    void one_without_encryption_makes_it_non_secure_for_all_while_they_are_there() {
        brings(carol);
        brings(dave);
        for (var phone : List.of(alice, bob, carol, dave)) {
            assertThat(phone.display().security).as(phone.number()).contains(SecurityClass.NON_SECURE);
        }

        dave.hangsUp();
        for (var phone : List.of(alice, bob, carol)) {
            assertThat(phone.display().security).as(phone.number()).contains(SecurityClass.ENCRYPTED);
        }
    }

    @Test
    @Spec({"OV-32", "OV-34", "PH-053"})
    void a_bridge_that_does_not_encrypt_takes_the_lock_from_all() {
        office.bridge("CFB_1", false);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        brings(carol);

        for (var phone : List.of(alice, bob, carol)) {
            assertThat(phone.display().security).isEqualTo(Optional.of(SecurityClass.NON_SECURE));
            assertThat(phone.told(OpenReceive.class).getLast().key()).isEmpty();
        }
    }

    private void brings(Deskphone other) {
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc(other.number());
        other.answers();
        alice.presses(Softkey.CONFERENCE);
    }

    private void confer(Deskphone... phones) {
        for (var phone : phones) {
            phone.shows("connected");
            assertThat(bridge.seats(phone))
                    .as("%s is in the conference", phone.number())
                    .isTrue();
        }
        assertThat(bridge.rooms()).isEqualTo(1);
    }
}
