package org.keyline.lab.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.lab.files.Octets;

class AudioPortTest {
    private static final SrtpKey KEY = key(1, "00");
    private static final SrtpKey OTHER = key(1, "ff");

    private final AudioPort alice = AudioPort.open(InetAddress.getLoopbackAddress());
    private final AudioPort bob = AudioPort.open(InetAddress.getLoopbackAddress());

    @AfterEach
    void hang_up() {
        alice.close();
        bob.close();
    }

    @ParameterizedTest
    @EnumSource(G711.class)
    void a_tone_is_heard_with_its_frequency_and_level(G711 law) {
        bob.receive(new Reception(law, Optional.empty()));
        alice.send(new Transmission(bob.address(), law, 20, Optional.empty()), 1230);

        var heard = until(bob, h -> h.now().isTone(1230));

        assertThat(heard.now().frequency()).isEqualTo(1230);
        assertThat(heard.now().level()).isBetween(-13.0, -11.0);
        assertThat(heard.lost()).isZero();
        assertThat(heard.encrypted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_encrypted_tone_is_heard_by_the_holder_of_the_key(int algorithm) {
        var key = key(algorithm, "17");
        bob.receive(new Reception(G711.MU_LAW, Optional.of(key)));
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.of(key)), 770);

        assertThat(until(bob, h -> h.now().isTone(770)).refused()).isZero();
    }

    @Test
    void ports_that_are_bridged_carry_what_the_other_hears_until_they_part() {
        try (var toBob = AudioPort.open(InetAddress.getLoopbackAddress());
                var toCarol = AudioPort.open(InetAddress.getLoopbackAddress());
                var carol = AudioPort.open(InetAddress.getLoopbackAddress())) {
            for (var port : List.of(toBob, toCarol, bob, carol)) {
                port.receive(new Reception(G711.MU_LAW, Optional.empty()));
            }
            toBob.bridge(toCarol);
            toBob.send(to(bob), 1000);
            toCarol.send(to(carol), 1000);
            bob.send(to(toBob), 1500);
            carol.send(to(toCarol), 2200);

            until(bob, heard -> heard.now().isMixOf(List.of(1000, 2200)));
            until(carol, heard -> heard.now().isMixOf(List.of(1000, 1500)));
            assertThat(until(
                                    () -> AudioPort.heard(List.of(toBob, toCarol)),
                                    heard -> heard.now().isMixOf(List.of(1500, 2200)))
                            .lost())
                    .isZero();

            toBob.part(toCarol);
            until(bob, heard -> heard.now().isTone(1000));
        }
    }

    private static Transmission to(AudioPort port) {
        return new Transmission(port.address(), G711.MU_LAW, 20, Optional.empty());
    }

    @Test
    void with_another_key_nothing_is_heard_and_every_packet_is_refused() {
        bob.receive(new Reception(G711.MU_LAW, Optional.of(OTHER)));
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.of(KEY)), 770);

        var heard = until(bob, h -> h.refused() >= 20);

        assertThat(heard.packets()).isZero();
        assertThat(heard.now()).isEqualTo(Listening.SILENCE);
    }

    @Test
    void a_listener_without_key_hears_only_noise() {
        bob.receive(new Reception(G711.MU_LAW, Optional.empty()));
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.of(KEY)), 770);

        var heard = until(bob, h -> h.packets() >= 20);

        assertThat(heard.now().isTone(770)).isFalse();
        assertThat(heard.now().share()).isLessThan(0.3);
    }

    @Test
    void plain_packets_are_refused_where_a_key_was_agreed() {
        bob.receive(new Reception(G711.MU_LAW, Optional.of(KEY)));
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.empty()), 770);

        assertThat(until(bob, h -> h.refused() >= 10).packets()).isZero();
    }

    @Test
    void another_codec_than_agreed_is_counted_and_not_heard() {
        bob.receive(new Reception(G711.A_LAW, Optional.empty()));
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.empty()), 770);

        assertThat(until(bob, h -> h.otherCodec() >= 10).now()).isEqualTo(Listening.SILENCE);
    }

    @Test
    void lost_packets_and_rubbish_are_counted() {
        bob.receive(new Reception(G711.MU_LAW, Optional.empty()));
        alice.sendRaw(rtp(10), bob.address());
        alice.sendRaw(rtp(14), bob.address());
        alice.sendRaw(new byte[] {1, 2, 3}, bob.address());

        var heard = until(bob, h -> h.refused() == 1);

        assertThat(heard.packets()).isEqualTo(2);
        assertThat(heard.lost()).isEqualTo(3);
    }

    @Test
    void a_closed_channel_hears_nothing() {
        alice.send(new Transmission(bob.address(), G711.MU_LAW, 20, Optional.empty()), 770);

        assertThat(bob.heard()).isEqualTo(Heard.NOTHING);
    }

    @Test
    void a_key_is_not_shown_as_text() {
        assertThat(KEY.toString()).doesNotContain("0000");
    }

    private static byte[] rtp(int sequence) {
        var packet = RtpPacket.of(0, sequence, 0, 1, new byte[160]);
        return Arrays.copyOf(packet.getBuffer(), packet.getLength());
    }

    private static SrtpKey key(int algorithm, String octet) {
        return new SrtpKey(algorithm, Octets.ofHex(octet.repeat(16)), Octets.ofHex(octet.repeat(14)));
    }

    private static Heard until(AudioPort port, Predicate<Heard> expected) {
        return until(port::heard, expected);
    }

    private static Heard until(Supplier<Heard> listener, Predicate<Heard> expected) {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        var heard = listener.get();
        while (!expected.test(heard)) {
            assertThat(Instant.now()).as("still: %s", heard).isBefore(deadline);
            Thread.onSpinWait();
            heard = listener.get();
        }
        return heard;
    }
}
