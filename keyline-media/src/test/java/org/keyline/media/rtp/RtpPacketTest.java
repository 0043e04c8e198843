package org.keyline.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    @Test
    void every_field_is_read() {
        // version 2, one contributing source, marker, payload type 101, then an octet of payload
        assertThat(read("81E5 FFFE 80000001 DEADBEEF 00000009 2A")).isTrue();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(101);
        assertThat(packet.sequence()).isEqualTo(0xFFFE);
        assertThat(packet.timestamp()).isEqualTo(0x80000001);
        assertThat(packet.ssrc()).isEqualTo(0xDEADBEEF);
        assertThat(packet.payloadOffset()).isEqualTo(16);
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void extension_and_padding_are_no_payload() {
        // extension of one word; two octets of payload, then padding of three octets
        assertThat(read("B000 0001 00000000 00000000 BEDE0001 11223344 AABB 000003"))
                .isTrue();
        assertThat(packet.payloadOffset()).isEqualTo(20);
        assertThat(packet.payloadLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "8000 0001 00000000 000000", // an octet short
                "4000 0001 00000000 00000000", // version 1
                "8F00 0001 00000000 00000000 00000000", // fifteen sources, one there
                "9000 0001 00000000 00000000 BEDE", // half an extension header
                "9000 0001 00000000 00000000 BEDEFFFF 00000000", // an extension longer than the packet
                "A000 0001 00000000 00000000", // padding, and nothing that counts it
                "A000 0001 00000000 00000000 1100", // padding of no octets
                "A000 0001 00000000 00000000 1104" // padding longer than what is there
            })
    void what_claims_more_than_there_is_is_refused(String datagram) {
        assertThat(read(datagram)).isFalse();
    }

    @Test
    void a_telephone_event_is_written_as_it_was_read() {
        var star = new TelephoneEvent(10, true, 10, 1600);
        assertThat(HexFormat.of().formatHex(star.write())).isEqualTo("0a8a0640");
        assertThat(TelephoneEvent.read(star.write(), 0, 4)).contains(star);
        assertThat(star.key()).contains('*');
        assertThat(TelephoneEvent.eventOf('d')).contains(15);
        assertThat(TelephoneEvent.eventOf('x')).isEmpty();
    }

    @Test
    void an_event_that_is_short_or_no_key_is_told_apart() {
        assertThat(TelephoneEvent.read(new byte[3], 0, 3)).isEmpty();
        assertThat(new TelephoneEvent(16, false, 0, 0).key()).isEqualTo(Optional.empty());
    }

    private boolean read(String hex) {
        var octets = HexFormat.of().parseHex(hex.replace(" ", ""));
        return packet.read(octets, octets.length);
    }
}
