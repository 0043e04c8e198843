package org.keyline.media.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.model.media.AudioCodec.G711_ALAW;
import static org.keyline.model.media.AudioCodec.G711_ULAW;
import static org.keyline.model.media.AudioCodec.G729;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.media.phone.Await;
import org.keyline.media.phone.TestPhone;
import org.keyline.media.phone.Tshark;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.rtp.TelephoneEvent;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;

class MediaTerminationPointTest {
    private final MediaThreads threads = MediaThreads.start(MediaSettings.on(InetAddress.getLoopbackAddress()), 1);
    private final MediaTerminationPoint point = new MediaTerminationPoint(threads, 2);
    private final List<Character> fromFirst = new CopyOnWriteArrayList<>();
    private final List<Character> fromSecond = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void each_side_hears_the_other_between_both_laws_and_with_keys_on_one_side_only() {
        try (var pair = open();
                var alice = TestPhone.encrypted(G711_ULAW, 31);
                var bob = new TestPhone(G711_ALAW)) {
            var toAlice = alice.connect(pair.first());
            var toBob = bob.connect(pair.second());
            alice.speak(400, toAlice);
            bob.speak(1000, toBob);
            alice.awaitHearing(List.of(1000), List.of(400));
            bob.awaitHearing(List.of(400), List.of(1000));
            assertThat(alice.bad() + bob.bad()).isZero();
        }
    }

    @Test
    void what_it_does_not_understand_is_passed_on_as_it_came_losses_included(@TempDir Path directory) throws Exception {
        try (var pair = open();
                var alice = new TestPhone(G711_ULAW);
                var bob = new TestPhone(G711_ULAW)) {
            var opening = Await.result(pair.first().openReceive(new Reception(G729, 20, Optional.empty())));
            pair.second().startTransmit(new Transmission(bob.address(), G729, 20, Optional.empty()));
            Await.result(pair.second().openReceive(new Reception(G729, 20, Optional.empty())));
            var to = ((Opening.Listening) opening).address();
            for (int sequence : List.of(65_534, 65_535, 1, 2)) {
                alice.send(packet(18, false, sequence, sequence * 160, new byte[] {1, 2, 3, (byte) sequence}), to);
            }
            Await.until("four packets", () -> bob.datagrams().size() == 4);

            var seen = Tshark.read(directory, bob.datagrams(), "rtp.p_type", "rtp.seq", "rtp.payload");
            int first = Integer.parseInt(seen.getFirst().get(1));
            assertThat(seen)
                    .containsExactly(
                            List.of("18", String.valueOf(first), "010203fe"),
                            List.of("18", String.valueOf((first + 1) & 0xFFFF), "010203ff"),
                            List.of("18", String.valueOf((first + 3) & 0xFFFF), "01020301"),
                            List.of("18", String.valueOf((first + 4) & 0xFFFF), "01020302"));
        }
    }

    @Test
    void a_key_is_passed_on_and_told_once(@TempDir Path directory) throws Exception {
        try (var pair = open();
                var alice = new TestPhone(G711_ULAW);
                var bob = TestPhone.encrypted(G711_ALAW, 41)) {
            var to = alice.connect(pair.first());
            bob.connect(pair.second());
            Await.result(pair.second().openReceive(new Reception(G711_ALAW, 20, Optional.empty())));
            for (int i = 0; i < 5; i++) {
                var event = new TelephoneEvent(11, i > 2, 10, 160 * Math.min(i + 1, 4));
                alice.send(packet(101, i == 0, 10 + i, 4000, event.write()), to);
            }
            Await.until("five packets", () -> bob.datagrams().size() == 5);
            assertThat(fromFirst).containsExactly('#');
            assertThat(fromSecond).isEmpty();
            var seen = Tshark.read(directory, bob.datagrams(), "rtp.p_type", "rtp.marker", "rtp.timestamp");
            assertThat(seen).allMatch(row -> row.get(0).equals("101"));
            assertThat(seen.stream().map(row -> row.get(2)).distinct()).hasSize(1);
            assertThat(seen.getFirst().get(1)).isIn("1", "True");
        }
    }

    @Test
    void a_key_is_sent_as_rfc_4733_wants_it(@TempDir Path directory) throws Exception {
        try (var pair = open();
                var bob = new TestPhone(G711_ULAW)) {
            bob.connect(pair.second());
            Await.result(pair.second().openReceive(new Reception(G711_ULAW, 20, Optional.empty())));
            pair.pressFromSecond('5', 100);
            Await.until("seven packets", () -> bob.datagrams().size() == 7);
            var durations = new ArrayList<Integer>();
            var ends = new ArrayList<Boolean>();
            var packet = new RtpPacket();
            for (var datagram : bob.datagrams()) {
                assertThat(packet.read(datagram, datagram.length)).isTrue();
                var event = TelephoneEvent.read(datagram, packet.payloadOffset(), packet.payloadLength())
                        .orElseThrow();
                assertThat(event.key()).contains('5');
                durations.add(event.duration());
                ends.add(event.end());
            }
            assertThat(durations).containsExactly(160, 320, 480, 640, 800, 800, 800);
            assertThat(ends).containsExactly(false, false, false, false, true, true, true);
            var seen = Tshark.read(directory, bob.datagrams(), "rtp.p_type", "rtp.marker", "rtp.timestamp", "rtp.seq");
            assertThat(seen.stream().map(row -> row.get(2)).distinct()).hasSize(1);
            assertThat(seen.stream().map(row -> row.get(3)).distinct()).hasSize(7);
            assertThat(seen.stream().filter(row -> List.of("1", "True").contains(row.get(1))))
                    .hasSize(1);
        }
    }

    @Test
    void a_packet_that_comes_twice_goes_encrypted_once() {
        try (var pair = open();
                var alice = new TestPhone(G711_ULAW);
                var bob = TestPhone.encrypted(G711_ULAW, 51)) {
            var to = alice.connect(pair.first());
            bob.connect(pair.second());
            Await.result(pair.second().openReceive(new Reception(G711_ULAW, 20, Optional.empty())));
            for (int sequence : List.of(1, 2, 2, 4, 3, 5)) {
                alice.send(packet(0, false, sequence, sequence * 160, new byte[160]), to);
            }
            Await.until("five packets", () -> bob.heard() == 5 * 160);
            assertThat(bob.bad()).isZero();
        }
    }

    @Test
    void pairs_are_counted_and_come_back_when_both_ports_are_closed() {
        var first = open();
        open();
        assertThat(point.open(_ -> {}, _ -> {})).isEmpty();
        assertThat(point.capacity().outOfResources()).isEqualTo(1);
        first.first().close();
        first.close();
        Await.until("a free pair", () -> point.capacity().available() == 1);
    }

    private MediaTerminationPoint.Pair open() {
        return point.open(fromFirst::add, fromSecond::add).orElseThrow();
    }

    private static byte[] packet(int payloadType, boolean marker, int sequence, int timestamp, byte[] payload) {
        var packet = new byte[RtpPacket.HEADER + payload.length];
        RtpPacket.writeHeader(packet, marker, payloadType, sequence, timestamp, 4711);
        System.arraycopy(payload, 0, packet, RtpPacket.HEADER, payload.length);
        return packet;
    }
}
