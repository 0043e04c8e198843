package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.LeaveGroup;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.HoldSources;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Music that is sent to a group once, for all who are held. */
class GroupMusicTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.AUTHENTICATED);
    private final Deskphone dave = office.phone("2004");

    @BeforeEach
    void theMusicIsMulticast() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
        office.music(true);
        office.jukebox().multicasts(true);
    }

    private static void talk(Deskphone caller, Deskphone called) {
        caller.dialsEnBloc(called.number());
        called.answers();
        caller.isInCallWith(called);
    }

    private void hearsGroup(Deskphone phone, String source, AudioCodec codec) {
        assertThat(phone.groups()).hasSize(1);
        var joined = phone.groups().values().iterator().next();
        assertThat(joined.call()).isEqualTo(phone.call());
        assertThat(joined.codec()).isEqualTo(codec);
        assertThat(joined.group()).isEqualTo(Jukebox.group(source, codec));
        assertThat(phone.listening()).isEmpty();
        assertThat(phone.sending()).isEmpty();
        assertThat(phone.display().farHeld).as("hold tone").isFalse();
        assertThat(office.jukebox().sending()).as("streams of the server's own").isEmpty();
    }

    private void hearsItsOwn(Deskphone phone) {
        assertThat(phone.groups()).isEmpty();
        assertThat(phone.listening()).hasSize(1);
        assertThat(office.jukebox().sending()).hasSize(1);
        assertThat(phone.hearsAt(office.jukebox().sending().getFirst().to())).contains(phone.call());
        assertThat(phone.display().farHeld).as("hold tone").isFalse();
    }

    @Test
    void who_is_held_joins_the_group_and_leaves_it_when_the_call_goes_on() {
        talk(alice, dave);
        alice.holds();

        hearsGroup(dave, "default", AudioCodec.G711_ULAW);
        assertThat(office.jukebox().portsTaken()).isZero();
        alice.resumes();

        alice.isInCallWith(dave);
        assertThat(dave.groups()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();
        assertThat(dave.told(LeaveGroup.class).stream().map(LeaveGroup::stream))
                .containsExactlyElementsOf(dave.told(JoinGroup.class).stream()
                        .map(JoinGroup::stream)
                        .toList());
    }

    @Test
    void all_who_are_held_hear_one_group_and_no_port_is_taken() {
        office.jukebox().places(0);
        talk(alice, dave);
        alice.holds();
        talk(bob, carol);
        bob.holds();

        hearsGroup(dave, "default", AudioCodec.G711_ULAW);
        hearsGroup(carol, "default", AudioCodec.G711_ULAW);
        assertThat(dave.groups().values().iterator().next().group())
                .isEqualTo(carol.groups().values().iterator().next().group());
    }

    @Test
    void the_group_is_that_of_the_source_of_who_holds() {
        office.holdSources("2001", new HoldSources(Optional.of("Jazz"), Optional.of("Waltz")));
        talk(alice, dave);
        alice.holds();
        hearsGroup(dave, "Jazz", AudioCodec.G711_ULAW);
        alice.resumes();
        alice.presses(Softkey.TRANSFER);
        hearsGroup(dave, "Waltz", AudioCodec.G711_ULAW);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.TRANSFER);

        dave.isInCallWith(carol);
        assertThat(dave.groups()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_phone_hears_the_group_of_a_codec_it_has_and_without_one_no_group() {
        office.region("default", AudioCodec.G722, AudioCodec.G722);
        var erin = office.phone("2005")
                .codecs(AudioCodec.G722, AudioCodec.G711_ALAW)
                .registered();
        var frank = office.phone("2006").codecs(AudioCodec.G722).registered();
        talk(frank, erin);
        frank.holds();
        hearsGroup(erin, "default", AudioCodec.G711_ALAW);
        frank.resumes();
        erin.holds();

        hearsItsOwn(frank);
        assertThat(frank.told(JoinGroup.class)).isEmpty();
    }

    @Test
    @Spec({"OV-33", "OV-65"})
    void an_encrypted_call_keeps_music_of_its_own_with_keys() {
        talk(alice, bob);
        alice.holds();

        hearsItsOwn(bob);
        assertThat(bob.listening().values().iterator().next().key()).isPresent();
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.told(JoinGroup.class)).isEmpty();
    }

    @Test
    @Spec({"OV-32", "OV-34"})
    void where_music_is_in_the_clear_anyway_an_encrypted_call_hears_the_group_and_is_non_secure_meanwhile() {
        office.jukebox().inTheClear();
        talk(alice, bob);
        alice.holds();

        hearsGroup(bob, "default", AudioCodec.G711_ULAW);
        assertThat(bob.display().security).contains(SecurityClass.NON_SECURE);
        alice.resumes();
        alice.isInCallWith(bob);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void an_authenticated_call_keeps_its_shield() {
        talk(alice, carol);
        alice.holds();

        hearsGroup(carol, "default", AudioCodec.G711_ULAW);
        assertThat(carol.display().security).contains(SecurityClass.AUTHENTICATED);
    }

    @Test
    void a_phone_that_cannot_join_has_music_of_its_own() {
        dave.opensWhenTold();
        talkSlowly();
        alice.holds();
        dave.cannotListen();
        dave.listens();

        hearsItsOwn(dave);
        alice.resumes();
        assertThat(dave.groups()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_phone_that_can_hear_neither_has_the_tone() {
        dave.opensWhenTold();
        talkSlowly();
        alice.holds();
        dave.cannotListen();
        dave.cannotListen();

        assertThat(dave.display().farHeld).isTrue();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_phone_that_does_not_say_in_time_whether_it_joined_leaves_and_has_music_of_its_own_once() {
        dave.opensWhenTold();
        talkSlowly();
        alice.holds();
        var late = dave.groups().values().iterator().next();

        office.reportsAreDue();
        dave.does(new StationSignal.GroupJoined(late.stream()));
        dave.listens();

        hearsItsOwn(dave);
        assertThat(dave.told(LeaveGroup.class)).hasSize(1);
        office.reportsAreDue();
        hearsItsOwn(dave);
    }

    @Test
    void a_phone_that_joined_in_time_stays_when_the_report_is_due() {
        talk(alice, dave);
        alice.holds();
        office.reportsAreDue();

        hearsGroup(dave, "default", AudioCodec.G711_ULAW);
    }

    @Test
    void a_report_that_is_due_after_the_hold_changes_nothing() {
        dave.opensWhenTold();
        talkSlowly();
        alice.holds();
        alice.resumes();
        dave.listens();
        alice.isInCallWith(dave);

        office.reportsAreDue();

        alice.isInCallWith(dave);
    }

    private void talkSlowly() {
        alice.dialsEnBloc("2004");
        dave.answers();
        dave.listens();
        alice.isInCallWith(dave);
    }

    @Test
    void when_the_music_stops_the_group_is_left_for_the_tone() {
        talk(alice, dave);
        alice.holds();
        office.music(false);
        office.settle();

        assertThat(dave.groups()).isEmpty();
        assertThat(dave.display().farHeld).isTrue();
        alice.resumes();
        alice.isInCallWith(dave);
    }

    @Test
    void without_a_place_for_the_phone_alone_who_cannot_join_has_the_tone() {
        office.jukebox().places(0);
        dave.opensWhenTold();
        talkSlowly();
        alice.holds();
        dave.cannotListen();

        assertThat(dave.display().farHeld).isTrue();
        assertThat(dave.groups()).isEmpty();
    }

    @Test
    void the_group_is_left_when_the_call_ends_and_when_who_holds_vanishes() {
        talk(alice, dave);
        alice.holds();
        dave.hangsUp();
        dave.isIdle();
        assertThat(dave.told(LeaveGroup.class)).hasSize(1);

        talk(alice, dave);
        alice.holds();
        alice.vanishes();
        dave.hangsUp();
        dave.isIdle();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_group_takes_no_bandwidth_of_a_location() {
        office.roads().limit("Branch", 80);
        var erin = office.phone("2005").location("Branch").registered();
        talk(alice, erin);
        assertThat(office.roads().used("Branch")).isEqualTo(80);
        alice.holds();

        hearsGroup(erin, "default", AudioCodec.G711_ULAW);
        assertThat(office.roads().used("Branch")).isZero();
        alice.resumes();
        alice.isInCallWith(erin);
    }
}
