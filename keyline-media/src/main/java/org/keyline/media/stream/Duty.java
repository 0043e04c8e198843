package org.keyline.media.stream;

import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.model.media.AudioCodec;

/** What a resource does with the streams of one port. All but {@link #supports} is called on the port's thread. */
public interface Duty {
    /** Whether it works with this codec. */
    boolean supports(AudioCodec codec);

    /** Receiving begins; who takes the packets. */
    PacketSink receive(Reception reception);

    /** Receiving has ended. */
    void stopReceiving();

    /** Sending begins, in this stream. */
    void send(RtpSender sender, Transmission transmission);

    /** Sending has ended; the stream takes no more packets. */
    void stopSending();

    /** The port is gone. Both directions have ended before. */
    void closed();
}
