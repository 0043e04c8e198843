package org.keyline.media.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keyline.model.media.AudioCodec.G711_ALAW;
import static org.keyline.model.media.AudioCodec.G711_ULAW;
import static org.keyline.model.media.AudioCodec.G722;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.media.clip.Wav;
import org.keyline.media.phone.Await;
import org.keyline.media.phone.TestPhone;
import org.keyline.media.phone.Tshark;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

class MusicOnHoldTest {
    private final MediaThreads threads = MediaThreads.start(MediaSettings.on(InetAddress.getLoopbackAddress()), 2);

    @TempDir
    private Path directory;

    private MusicSources sources = new MusicSources(Path.of("none"));
    private MusicOnHold music = new MusicOnHold(threads, sources, 3, 2);

    @BeforeEach
    void bringFiles() throws Exception {
        Files.write(directory.resolve("low.wav"), Wav.tone(400, 8000, 1, 1000));
        Files.write(directory.resolve("high.wav"), Wav.tone(1000, 16_000, 2, 1000));
        Files.write(directory.resolve("broken.wav"), new byte[1000]);
        music.close();
        sources = new MusicSources(directory);
        music = new MusicOnHold(threads, sources, 3, 2);
    }

    @AfterEach
    void stop() {
        music.close();
        threads.close();
    }

    @Test
    void each_listener_hears_his_source_in_his_codec_and_with_his_key() {
        assertThat(sources.names()).containsExactly("default", "high", "low");
        try (var alice = new TestPhone(G711_ULAW);
                var bob = TestPhone.encrypted(G711_ALAW, 11);
                var carol = TestPhone.encrypted(G722, 13)) {
            alice.connect(music.listen("low").orElseThrow());
            bob.connect(music.listen("high").orElseThrow());
            carol.connect(music.listen("high").orElseThrow());

            alice.awaitHearing(List.of(400), List.of(1000));
            bob.awaitHearing(List.of(1000), List.of(400));
            carol.awaitHearing(List.of(1000), List.of(400));
            assertThat(alice.bad() + bob.bad() + carol.bad()).isZero();
        }
    }

    @Test
    void tshark_finds_a_whole_stream(@TempDir Path captures) throws Exception {
        try (var alice = new TestPhone(G711_ULAW)) {
            var port = music.listen("low").orElseThrow();
            alice.listenTo(port, 30);
            Await.until("a second of music", () -> alice.heard() > 8000);
            var seen = Tshark.read(captures, alice.datagrams(), "rtp.p_type", "rtp.seq", "rtp.timestamp", "udp.length");
            for (int i = 1; i < seen.size(); i++) {
                var before = seen.get(i - 1);
                var now = seen.get(i);
                assertThat(now.get(0)).isEqualTo("0");
                assertThat(Integer.parseInt(now.get(1))).isEqualTo((Integer.parseInt(before.get(1)) + 1) & 0xFFFF);
                assertThat(Long.parseLong(now.get(2))).isEqualTo((Long.parseLong(before.get(2)) + 240) & 0xFFFFFFFFL);
                assertThat(now.get(3)).isEqualTo("260");
            }
            port.close();
        }
    }

    @Test
    void music_is_there_without_any_file_and_under_a_name_nobody_knows() {
        try (var alice = new TestPhone(G711_ULAW)) {
            alice.connect(music.listen("nobody's").orElseThrow());
            Await.until("two seconds of music", () -> alice.heard() > 16_000);
            assertThat(alice.level(400)).as("no tone of a file").isLessThan(0.5);
            assertThat(alice.loudness()).isGreaterThan(300);
        }
    }

    @Test
    void a_file_that_changes_is_heard_at_once_and_one_that_goes_gives_way_to_the_default() throws Exception {
        try (var alice = new TestPhone(G711_ULAW)) {
            alice.connect(music.listen("low").orElseThrow());
            alice.awaitHearing(List.of(400), List.of(1700));

            Files.write(directory.resolve("low.wav"), Wav.tone(1700, 8000, 1, 900));
            sources.refresh();
            alice.awaitHearing(List.of(1700), List.of(400));

            Files.delete(directory.resolve("low.wav"));
            sources.refresh();
            alice.awaitHearing(List.of(), List.of(1700));
            assertThat(sources.names()).containsExactly("default", "high");
        }
    }

    @Test
    void files_are_looked_through_without_being_asked() throws Exception {
        Files.write(directory.resolve("new.wav"), Wav.tone(600, 8000, 1, 500));
        Await.until("the new file", () -> sources.names().contains("new"));
    }

    @Test
    void a_live_stream_is_passed_on_in_every_codec() {
        var address = Await.result(sources.listen(threads, "radio", 0));
        try (var radio = new TestPhone(G711_ALAW);
                var alice = new TestPhone(G722);
                var bob = new TestPhone(G711_ULAW)) {
            alice.connect(music.listen("radio").orElseThrow());
            bob.connect(music.listen("radio").orElseThrow());
            radio.speak(700, address);
            alice.awaitHearing(List.of(700), List.of());
            bob.awaitHearing(List.of(700), List.of());
            radio.stopSpeaking();
            bob.awaitHearing(List.of(), List.of(700));
        }
    }

    @Test
    void a_listener_too_many_is_turned_away_until_another_has_left() {
        var first = music.listen("low").orElseThrow();
        assertThat(music.listen("low")).isPresent();
        assertThat(music.listen("low")).isPresent();
        assertThat(music.listen("low")).isEmpty();
        assertThat(music.unicast().outOfResources()).isEqualTo(1);
        assertThat(Await.result(first.openReceive(new Reception(G711_ULAW, 20, Optional.empty()))))
                .isInstanceOf(Opening.Listening.class);
        first.close();
        Await.until("a free port", () -> music.unicast().available() == 1);
        assertThat(music.listen("low")).isPresent();
    }

    @Test
    void a_source_is_multicast_to_its_places_in_the_plan() throws Exception {
        var group = InetAddress.getByName("239.77.1.1");
        var plan = new MulticastPlan(group, 17_000, MulticastPlan.Step.PORT, 1);
        var loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        try (var socket = new MulticastSocket(17_010)) {
            socket.setSoTimeout(30_000);
            socket.joinGroup(new InetSocketAddress(group, 0), loopback);
            var streams = music.multicast().send(plan, 2, "low");
            assertThat(streams.places())
                    .containsOnly(
                            Map.entry(G711_ULAW, new MediaAddress(group, 17_008)),
                            Map.entry(G711_ALAW, new MediaAddress(group, 17_010)));
            var datagram = new java.net.DatagramPacket(new byte[500], 500);
            socket.receive(datagram);
            var packet = new RtpPacket();
            assertThat(packet.read(datagram.getData(), datagram.getLength())).isTrue();
            assertThat(packet.payloadType()).isEqualTo(G711_ALAW.payloadType());
            assertThat(packet.payloadLength()).isEqualTo(160);
            assertThat(music.multicast().send(plan, 3, "low").places())
                    .as("no more streams")
                    .isEmpty();
            assertThat(music.multicast().capacity().outOfResources()).isPositive();

            streams.close();
            Await.until("free streams", () -> music.multicast().capacity().available() == 2);
            assertThat(music.multicast().send(plan, 3, "low").places()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.9.8.7", "0.0.0.0"})
    void multicast_leaves_by_the_interface_of_the_media_address(String bind) throws Exception {
        var settings = MediaSettings.on(InetAddress.getLoopbackAddress());
        var elsewhere = MediaThreads.start(
                new MediaSettings(
                        InetAddress.ofLiteral(bind),
                        settings.announced(),
                        settings.ports(),
                        settings.dscp(),
                        settings.telephoneEvents()),
                1);
        var group = InetAddress.getByName("239.77.2." + bind.length());
        var plan = new MulticastPlan(group, 17_000, MulticastPlan.Step.PORT, 1);
        var loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        try (var multicast = new MusicOnHold(elsewhere, sources, 0, 2);
                var socket = new MulticastSocket(17_000)) {
            socket.setSoTimeout(30_000);
            socket.joinGroup(new InetSocketAddress(group, 0), loopback);
            multicast.multicast().send(plan, 1, "low");
            socket.receive(new java.net.DatagramPacket(new byte[500], 500));
        } finally {
            elsewhere.close();
        }
    }

    @Test
    void the_plan_counts_as_the_original() throws Exception {
        var group = InetAddress.getByName("239.1.1.1");
        var byPort = new MulticastPlan(group, 16_384, MulticastPlan.Step.PORT, 2);
        var byAddress = new MulticastPlan(group, 16_384, MulticastPlan.Step.ADDRESS, 2);
        assertThat(byPort.place(1, G711_ULAW)).contains(new MediaAddress(group, 16_384));
        assertThat(byPort.place(1, G711_ALAW)).contains(new MediaAddress(group, 16_386));
        assertThat(byPort.place(2, G711_ULAW)).contains(new MediaAddress(group, 16_392));
        assertThat(byAddress.place(2, G711_ALAW))
                .contains(new MediaAddress(InetAddress.getByName("239.1.1.6"), 16_384));
        assertThat(byAddress.place(2, AudioCodec.G722)).isEmpty();
        assertThatThrownBy(() -> byPort.place(52, G711_ULAW)).isInstanceOf(IllegalArgumentException.class);
        for (var wrong : List.of("10.0.0.1", "239.255.255.250", "ff02::1")) {
            var address = InetAddress.getByName(wrong);
            assertThatThrownBy(() -> new MulticastPlan(address, 16_384, MulticastPlan.Step.ADDRESS, 2))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new MulticastPlan(group, 16_385, MulticastPlan.Step.PORT, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
