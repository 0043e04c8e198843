package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.model.server.NodeService;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.spec.Spec;

/** Music on hold as phones hear it: encrypted, in the clear where the administrator wants it so, or not at all. */
class HoldMusicTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"));

    @AfterEach
    void allIsAsAtFirst() throws IOException {
        secureMedia(true);
        carriesOut(ServiceOrder.START);
    }

    private static void secureMedia(boolean on) {
        SITE.imports("keyline: 1\nmediaStreaming:\n  secureMedia: " + on + "\n");
    }

    private static void carriesOut(ServiceOrder order) throws IOException {
        var desk = ServicesBeside.of(
                NodeDirectory.existing(SITE.data()), SITE.node().configuration());
        assertThat(desk.carryOut(order, NodeService.MEDIA_STREAMING)).isEmpty();
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hearsEncrypted(caller).showsLock();
        caller.hearsEncrypted(called).showsLock();
    }

    private static long opened(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof OpenReceiveChannel)
                .count();
    }

    @Test
    @Spec({"OV-33", "OV-65"})
    void who_is_held_hears_music_through_srtp_under_keys_of_its_own_and_keeps_the_lock() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        alice.presses("Hold").isOnHold().showsNoLock().isMute();
        bob.hearsEncryptedMusic().isMute().showsLock();
        alice.presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
        alice.presses("Hold").isOnHold();
        bob.hearsEncryptedMusic().hangsUp().isIdle();
        alice.isIdle();

        assertThat(Keys.toHear(bob)).hasSize(4).doesNotHaveDuplicates();
        assertThat(Keys.toSpeak(bob)).hasSize(2);
    }

    @Test
    @Spec({"OV-32", "OV-34"})
    void switched_to_the_clear_the_music_takes_the_lock_away_while_it_plays() {
        secureMedia(false);
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        alice.presses("Hold").isOnHold().showsNoLock();
        bob.hearsMusic().showsNoIcon();
        assertThat(bob.heard().encrypted()).isFalse();
        alice.presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock().hangsUp().isIdle();
        alice.isIdle();
        assertThat(Keys.toHear(bob)).hasSize(2);
    }

    @Test
    void a_phone_without_encryption_hears_music_in_the_clear() {
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        carol.dials("2004");
        dave.rings().answers().hears(carol);
        carol.presses("Hold").isOnHold();
        dave.hearsMusic().hearsNoTone().showsNoIcon();
        assertThat(dave.heard().encrypted()).isFalse();
        carol.presses("Resume").hears(dave);
        dave.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void who_is_called_twice_hears_music_until_the_transfer_and_then_the_new_party() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);

        alice.presses("Trnsfer").hearsDialTone();
        bob.hearsEncryptedMusic();
        alice.pressesDigits("2003");
        carol.rings().answers().hears(alice);
        bob.hearsEncryptedMusic();
        alice.presses("Trnsfer").isIdle();

        bob.hears(carol).showsNoIcon();
        carol.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void when_the_service_stops_the_hold_tone_takes_the_place_of_the_music() throws IOException {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        bob.hearsEncryptedMusic();

        carriesOut(ServiceOrder.STOP);
        bob.hearsTone(Tone.HOLD_TONE).hearsNothing().showsNoLock();
        alice.presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsNoTone().hearsEncrypted(alice).showsLock();

        alice.presses("Hold").isOnHold();
        bob.hearsTone(Tone.HOLD_TONE);
        SITE.raises(AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED, Map.of("type", "MUSIC_ON_HOLD", "list", ""));
        alice.presses("Resume").hearsEncrypted(bob);

        carriesOut(ServiceOrder.START);
        alice.presses("Hold").isOnHold();
        bob.hearsEncryptedMusic().hearsNoTone();
        alice.hangsUp().presses("EndCall").isIdle();
        bob.isIdle();
    }

    @Test
    void a_listener_who_vanishes_leaves_nothing_behind() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        bob.hearsEncryptedMusic().losesPower();
        alice.isIdle();
        Await.until(
                "no call",
                () -> SITE.node().registrations().calls(),
                () -> SITE.node().registrations().calls().isEmpty());
        assertThat(opened(alice)).isEqualTo(1);
    }

    @Test
    void a_file_of_ones_own_takes_the_place_of_the_music() throws IOException {
        var file = SITE.data().resolve("sounds").resolve("music").resolve("default.wav");
        WavTone.write(file, 600);
        try {
            var alice = SITE.boots("alice");
            var bob = SITE.boots("bob");
            talk(alice, bob);
            alice.presses("Hold").isOnHold();
            bob.awaits("to hear 600 Hz", _ -> bob.heard().now().isTone(600));
            bob.hangsUp().isIdle();
        } finally {
            Files.delete(file);
        }
    }
}
