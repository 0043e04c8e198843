package org.keyline.tftp.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** Any datagram is a packet or malformed, nothing else. */
class TftpPacketFuzzTest {
    @FuzzTest
    void any_datagram_is_read_or_refused(byte[] datagram) {
        try {
            if (TftpPacket.read(Unpooled.wrappedBuffer(datagram)) instanceof TftpPacket.ReadRequest request) {
                TransferOptions.negotiate(request.options(), 1000, Duration.ofSeconds(1));
            }
        } catch (MalformedPacket | OptionRefused expected) {
            // the two answers to nonsense
        }
    }
}
