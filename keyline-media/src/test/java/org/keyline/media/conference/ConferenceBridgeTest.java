package org.keyline.media.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.model.media.AudioCodec.G711_ALAW;
import static org.keyline.model.media.AudioCodec.G711_ULAW;
import static org.keyline.model.media.AudioCodec.G722;
import static org.keyline.model.media.AudioCodec.G729;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.media.clip.Instrument;
import org.keyline.media.phone.Await;
import org.keyline.media.phone.TestPhone;
import org.keyline.media.phone.Tshark;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Refusal;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;

class ConferenceBridgeTest {
    private final MediaThreads threads = MediaThreads.start(MediaSettings.on(InetAddress.getLoopbackAddress()), 2);
    private final ConferenceBridge bridge = new ConferenceBridge(threads, 8, 4);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void three_parties_with_both_laws_each_hear_the_others_and_not_themselves() {
        var room = bridge.open();
        try (var alice = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G711_ALAW);
                var carol = new TestPhone(G711_ULAW)) {
            var toAlice = alice.connect(room.join().orElseThrow());
            var toBob = bob.connect(room.join().orElseThrow());
            var toCarol = carol.connect(room.join().orElseThrow());
            assertThat(List.of(toAlice.port() % 2, toBob.port() % 2, toCarol.port() % 2))
                    .containsOnly(0);

            alice.speak(400, toAlice);
            bob.speak(1000, toBob);

            alice.awaitHearing(List.of(1000), List.of(400));
            bob.awaitHearing(List.of(400), List.of(1000));
            carol.awaitHearing(List.of(400, 1000), List.of());

            carol.speak(1700, toCarol);
            alice.awaitHearing(List.of(1000, 1700), List.of(400));
        }
        room.close();
    }

    @Test
    void encrypted_parties_and_one_in_the_clear_share_a_room() {
        var room = bridge.open();
        try (var alice = TestPhone.encrypted(G711_ULAW, 1);
                var bob = TestPhone.encrypted(G711_ALAW, 3);
                var carol = new TestPhone(G711_ULAW)) {
            var toAlice = alice.connect(room.join().orElseThrow());
            bob.connect(room.join().orElseThrow());
            carol.connect(room.join().orElseThrow());

            alice.speak(600, toAlice);

            bob.awaitHearing(List.of(600), List.of());
            carol.awaitHearing(List.of(600), List.of());
            assertThat(alice.bad() + bob.bad() + carol.bad()).isZero();
            assertThat(bob.datagrams().getFirst()).hasSize(12 + 160 + 4);
        }
        room.close();
    }

    @Test
    void a_stranger_without_the_key_is_not_heard() {
        var room = bridge.open();
        try (var alice = TestPhone.encrypted(G711_ULAW, 1);
                var stranger = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G711_ULAW)) {
            var toAlice = alice.connect(room.join().orElseThrow());
            bob.connect(room.join().orElseThrow());
            stranger.speak(900, toAlice);
            alice.speak(400, toAlice);
            bob.awaitHearing(List.of(400), List.of(900));
        }
        room.close();
    }

    @Test
    void a_new_key_takes_the_place_of_the_old_one_and_callers_may_wipe_theirs_at_once() {
        var room = bridge.open();
        try (var alice = TestPhone.encrypted(G711_ULAW, 1);
                var later = TestPhone.encrypted(G711_ULAW, 61);
                var bob = new TestPhone(G711_ULAW)) {
            var port = room.join().orElseThrow();
            var toAlice = alice.connect(port);
            alice.wipeKeys();
            bob.connect(room.join().orElseThrow());
            alice.speak(400, toAlice);
            bob.awaitHearing(List.of(400), List.of());

            assertThat(later.connect(port)).isEqualTo(toAlice);
            later.wipeKeys();
            later.speak(1000, toAlice);
            bob.awaitHearing(List.of(1000), List.of(400));
            Await.until("half a second under the new key", () -> later.heard() > 4000);
            assertThat(later.bad()).isZero();
        }
        room.close();
    }

    @Test
    void a_port_refuses_when_the_threads_have_ended() {
        var port = bridge.open().join().orElseThrow();
        threads.close();
        assertThat(Await.result(port.openReceive(new Reception(G711_ULAW, 20, Optional.empty()))))
                .isEqualTo(new Opening.Refused(Refusal.CLOSED));
    }

    @Test
    void wideband_parties_hear_each_other_beyond_4_kilohertz_and_narrowband_ones_hear_them_too() {
        var room = bridge.open();
        try (var alice = new TestPhone(G722);
                var bob = TestPhone.encrypted(G722, 5);
                var carol = new TestPhone(G711_ALAW)) {
            var toAlice = alice.connect(room.join().orElseThrow());
            var toBob = bob.connect(room.join().orElseThrow());
            var toCarol = carol.connect(room.join().orElseThrow());

            alice.speak(5200, toAlice);
            bob.speak(1000, toBob);
            carol.speak(400, toCarol);

            alice.awaitHearing(List.of(1000, 400), List.of(5200));
            bob.awaitHearing(List.of(5200, 400), List.of(1000));
            carol.awaitHearing(List.of(1000), List.of(400, 2800));
        }
        room.close();
    }

    @Test
    void tshark_finds_the_streams_in_order(@TempDir Path directory) throws Exception {
        var room = bridge.open();
        try (var alice = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G711_ALAW)) {
            alice.connect(room.join().orElseThrow());
            var slow = room.join().orElseThrow();
            bob.listenTo(slow, 30);
            Await.until("two seconds of audio", () -> alice.heard() > 16_000 && bob.heard() > 16_000);
            check(directory, alice, "0", 160);
            check(directory, bob, "8", 240);
        }
        room.close();
    }

    private static void check(Path directory, TestPhone phone, String payloadType, int units) throws Exception {
        var seen = Tshark.read(
                directory,
                phone.datagrams(),
                "rtp.version",
                "rtp.p_type",
                "rtp.marker",
                "rtp.seq",
                "rtp.timestamp",
                "rtp.ssrc",
                "rtp.padding");
        assertThat(seen).hasSizeGreaterThan(60);
        var first = seen.getFirst();
        int sequence = Integer.parseInt(first.get(3));
        long timestamp = Long.parseLong(first.get(4));
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i))
                    .as("packet %d", i)
                    .containsExactly(
                            "2",
                            payloadType,
                            flag(i == 0, first.get(2)),
                            String.valueOf((sequence + i) & 0xFFFF),
                            String.valueOf((timestamp + (long) i * units) & 0xFFFFFFFFL),
                            first.get(5),
                            first.get(6));
        }
        assertThat(first.get(2)).as("marker of the first").isIn("1", "True");
        assertThat(seen.get(1).get(2)).as("marker of the second").isIn("0", "False");
    }

    /** Versions of tshark write flags differently. */
    private static String flag(boolean set, String style) {
        boolean words = style.length() > 1;
        return set ? (words ? "True" : "1") : (words ? "False" : "0");
    }

    @Test
    void a_tone_played_to_the_room_is_heard_by_everybody_and_ends() {
        var room = bridge.open();
        try (var alice = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G722)) {
            alice.connect(room.join().orElseThrow());
            bob.connect(room.join().orElseThrow());
            Await.until("both to hear the room", () -> alice.heard() > 8000 && bob.heard() > 16_000);

            var instrument = new Instrument(4000);
            instrument.tone(700, 0, 4000, 8000);
            room.play(instrument.recorded());

            Await.until("both to hear the tone", () -> alice.level(700) > 0.5 && bob.level(700) > 0.5);
            alice.awaitHearing(List.of(), List.of(700));
            bob.awaitHearing(List.of(), List.of(700));
        }
        room.close();
    }

    @Test
    void a_full_room_and_a_full_bridge_turn_parties_away_and_count_it() {
        var first = bridge.open();
        var second = bridge.open();
        var third = bridge.open();
        for (int i = 0; i < 4; i++) {
            assertThat(first.join()).isPresent();
            assertThat(second.join()).isPresent();
        }
        assertThat(first.join()).as("a fifth in a room for four").isEmpty();
        assertThat(third.join()).as("a ninth in a bridge for eight").isEmpty();
        assertThat(bridge.capacity().outOfResources()).isEqualTo(1);
        assertThat(bridge.capacity().available()).isZero();
        assertThat(bridge.active()).isEqualTo(2);

        first.close();
        Await.until("the ports to come back", () -> bridge.capacity().available() == 4);
        assertThat(bridge.completed()).isEqualTo(1);
        assertThat(bridge.capacity().highest()).isEqualTo(8);
        assertThat(first.join()).as("into a closed room").isEmpty();
        assertThat(third.join()).isPresent();
    }

    @Test
    void what_a_port_cannot_do_is_refused() {
        var port = bridge.open().join().orElseThrow();
        assertThat(Await.result(port.openReceive(new Reception(G729, 20, Optional.empty()))))
                .isEqualTo(new Opening.Refused(Refusal.CODEC));
        assertThat(Await.result(port.openReceive(new Reception(G711_ULAW, 25, Optional.empty()))))
                .isEqualTo(new Opening.Refused(Refusal.PACKET_SIZE));
        port.close();
        assertThat(Await.result(port.openReceive(new Reception(G711_ULAW, 20, Optional.empty()))))
                .isEqualTo(new Opening.Refused(Refusal.CLOSED));
    }

    @Test
    void who_stops_sending_and_receiving_is_not_heard_and_hears_no_more() {
        var room = bridge.open();
        try (var alice = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G711_ULAW)) {
            var port = room.join().orElseThrow();
            var toAlice = alice.connect(port);
            bob.connect(room.join().orElseThrow());
            alice.speak(400, toAlice);
            bob.awaitHearing(List.of(400), List.of());

            port.closeReceive();
            bob.awaitHearing(List.of(), List.of(400));
            port.stopTransmit();
            var opening = Await.result(port.openReceive(new Reception(G711_ULAW, 20, Optional.empty())));
            assertThat(opening).isEqualTo(new Opening.Listening(toAlice));
            int heard = alice.heard();
            bob.awaitHearing(List.of(400), List.of());
            assertThat(alice.heard()).isLessThanOrEqualTo(heard + 160);
        }
        room.close();
    }
}
