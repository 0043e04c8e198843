package org.keyline.media.stream;

import org.keyline.media.rtp.RtpPacket;

/** Who takes the packets of a stream, on the stream's thread. */
public interface PacketSink {
    /** A source that was not heard before begins: its numbers have nothing to do with those that came earlier. */
    void sourceBegins();

    /** A packet; the object and its octets are used again after the call. */
    void arrived(RtpPacket packet, long now);
}
