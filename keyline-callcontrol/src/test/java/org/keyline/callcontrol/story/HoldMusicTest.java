package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Whoever is held hears music, where there is some. */
class HoldMusicTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003").security(SecurityClass.AUTHENTICATED);

    @BeforeEach
    void aliceTalksToBob() {
        alice.registered();
        bob.registered();
        carol.registered();
        office.music(true);
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    private static void hearsMusic(Office office, Deskphone phone, boolean encrypted) {
        assertThat(phone.listening()).hasSize(1);
        assertThat(phone.sending()).isEmpty();
        assertThat(phone.display().farHeld).as("hold tone").isFalse();
        var open = phone.listening().values().iterator().next();
        var sent = office.jukebox().sending();
        assertThat(sent).hasSize(1);
        assertThat(phone.hearsAt(sent.getFirst().to())).contains(phone.call());
        assertThat(sent.getFirst().stream()).isEqualTo(open.stream());
        assertThat(sent.getFirst().codec()).isEqualTo(open.codec());
        assertThat(open.key().isPresent()).isEqualTo(encrypted);
        open.key()
                .ifPresent(key -> assertThat(key.key())
                        .isEqualTo(sent.getFirst().key().orElseThrow().key()));
    }

    @Test
    @Spec({"OV-33", "OV-65"})
    void who_is_held_hears_encrypted_music_with_keys_of_its_own_and_the_lock_stays() {
        alice.holds();

        hearsMusic(office, bob, true);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(alice.display().security).isEmpty();
        assertThat(alice.listening()).isEmpty();

        alice.resumes();
        alice.isInCallWith(bob);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(office.jukebox().legs()).isEmpty();
        assertThat(office.wiped()).hasSize(3);
        assertThat(bob.told(OpenReceive.class).stream().map(OpenReceive::stream))
                .doesNotHaveDuplicates();
    }

    @Test
    @Spec("OV-65")
    void who_is_parked_hears_music_until_somebody_has_the_call() {
        office.parksAt("7100");
        alice.presses(Softkey.PARK);
        hearsMusic(office, bob, true);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);

        alice.dials("7100");

        alice.isInCallWith(bob);
        assertThat(office.jukebox().legs()).isEmpty();
        alice.presses(Softkey.PARK);
        hearsMusic(office, bob, true);
        office.expires(CallTimer.PARK);
        bob.shows("ring-back");
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    @Spec({"OV-32", "OV-34"})
    void music_in_the_clear_makes_the_call_non_secure_until_it_is_over() {
        office.jukebox().inTheClear();
        alice.holds();

        hearsMusic(office, bob, false);
        assertThat(bob.display().security).contains(SecurityClass.NON_SECURE);

        alice.resumes();
        alice.isInCallWith(bob);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void an_authenticated_call_has_its_shield_again_after_music_in_the_clear() {
        alice.hangsUp();
        office.jukebox().inTheClear();
        alice.dialsEnBloc("2003");
        carol.answers();
        assertThat(carol.display().security).contains(SecurityClass.AUTHENTICATED);

        alice.holds();
        assertThat(carol.display().security).contains(SecurityClass.NON_SECURE);
        alice.resumes();
        assertThat(carol.display().security).contains(SecurityClass.AUTHENTICATED);
    }

    @Test
    void whoever_holds_too_hears_none() {
        alice.holds();
        bob.holds();
        assertThat(bob.listening()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();

        alice.resumes();
        hearsMusic(office, alice, true);
        bob.resumes();
        alice.isInCallWith(bob);
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void who_holds_and_is_held_hears_music_again_after_resuming() {
        alice.holds();
        bob.holds();

        bob.resumes();

        hearsMusic(office, bob, true);
    }

    @Test
    void without_a_source_there_is_the_tone() {
        office.music(false);
        alice.holds();
        assertThat(bob.display().farHeld).isTrue();
        assertThat(bob.listening()).isEmpty();
        alice.resumes();
        assertThat(bob.display().farHeld).isFalse();
        alice.isInCallWith(bob);
    }

    @Test
    void a_source_that_has_no_place_left_gives_way_to_the_tone() {
        office.jukebox().places(0);
        alice.holds();
        assertThat(bob.display().farHeld).isTrue();
        assertThat(bob.listening()).isEmpty();
        alice.resumes();
        assertThat(bob.display().farHeld).isFalse();
        alice.isInCallWith(bob);
        assertThat(office.wiped()).hasSize(3);
    }

    @Test
    void when_the_source_is_gone_the_tone_takes_its_place() {
        alice.holds();
        office.music(false);
        office.settle();
        assertThat(bob.display().farHeld).isTrue();
        assertThat(bob.display().security).isEmpty();
        assertThat(bob.listening()).isEmpty();
        alice.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void a_phone_that_cannot_listen_hears_the_tone() {
        bob.opensWhenTold();
        alice.holds();
        bob.cannotListen();
        assertThat(bob.display().farHeld).isTrue();
        assertThat(office.jukebox().legs()).isEmpty();
        assertThat(office.wiped()).hasSize(2);
    }

    @Test
    void a_phone_that_is_slow_to_listen_gets_no_music_of_a_hold_that_is_over() {
        bob.opensWhenTold();
        alice.holds();
        var late = bob.listening().values().iterator().next();
        alice.resumes();

        bob.does(bob.opened(late));

        assertThat(office.jukebox().told()).isEmpty();
        bob.listens();
        alice.isInCallWith(bob);
    }

    @Test
    void a_phone_without_the_codecs_of_music_hears_the_tone() {
        alice.hangsUp();
        var dave = office.phone("2004").codecs(AudioCodec.G729A);
        dave.registered();
        alice.dialsEnBloc("2004");
        dave.answers();
        alice.holds();
        assertThat(dave.display().farHeld).isTrue();
        assertThat(dave.listening()).isEmpty();
    }

    @Test
    void a_transfer_takes_the_music_away_and_the_new_party_is_heard() {
        alice.presses(Softkey.TRANSFER);
        hearsMusic(office, bob, true);
        alice.dialsEnBloc("2003");
        carol.answers();
        hearsMusic(office, bob, true);
        alice.presses(Softkey.TRANSFER);

        bob.isInCallWith(carol);
        assertThat(bob.display().security).contains(SecurityClass.AUTHENTICATED);
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void the_music_ends_with_the_call() {
        alice.holds();
        bob.hangsUp();
        bob.isIdle();
        alice.isIdle();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void the_music_ends_when_the_listener_vanishes() {
        alice.holds();
        bob.vanishes();
        alice.isIdle();
        assertThat(office.jukebox().legs()).isEmpty();
    }
}
