package org.keyline.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.keyline.media.port.StreamKey;
import org.keyline.media.srtp.Protection;

/** Any datagram is a packet within its own bounds or none, in the clear and under a key. */
class RtpPacketFuzzTest {
    @FuzzTest
    void any_datagram_is_read_or_refused(byte[] datagram) {
        var packet = new RtpPacket();
        if (packet.read(datagram, datagram.length)) {
            assertThat(packet.payloadOffset()).isBetween(RtpPacket.HEADER, datagram.length);
            assertThat(packet.payloadOffset() + packet.payloadLength()).isLessThanOrEqualTo(datagram.length);
            var _ = TelephoneEvent.read(packet.octets(), packet.payloadOffset(), packet.payloadLength());
        }
        if (RtpPacket.isRtp(datagram, datagram.length)) {
            var receiver = Protection.ofReceiver(Optional.of(new StreamKey(new byte[16], new byte[14])));
            assertThat(receiver.unprotect(datagram, datagram.length)).isEqualTo(-1);
        }
    }
}
