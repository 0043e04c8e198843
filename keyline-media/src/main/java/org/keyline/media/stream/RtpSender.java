package org.keyline.media.stream;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyline.media.port.StreamKey;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.srtp.Protection;
import org.keyline.model.media.MediaAddress;

/**
 * One RTP stream that goes out: its source, sequence and timestamp, which begin at numbers nobody can foretell (RFC
 * 3550 section 5.1). Used on its thread only.
 */
public final class RtpSender implements AutoCloseable {
    private final MediaThread thread;
    private final MediaSocket socket;
    private final InetSocketAddress to;
    private final Protection protection;
    private final int ssrc;
    private int sequence;
    private int timestamp;
    private boolean beginsToSpeak = true;
    private long packets;

    /** A stream from a socket of this thread to there. */
    public RtpSender(MediaThread thread, MediaSocket socket, MediaAddress to, Optional<StreamKey> key) {
        this.thread = thread;
        this.socket = socket;
        this.to = new InetSocketAddress(to.ip(), to.port());
        protection = Protection.ofSender(key);
        var chance = RandomGenerator.of("SecureRandom");
        ssrc = chance.nextInt();
        // The first sequence number lies in the lower half, so that a receiver that loses the first packets does not
        // meet the roll-over at once (RFC 3711 section 3.3.1).
        sequence = chance.nextInt(1 << 15);
        timestamp = chance.nextInt();
    }

    /** Sends sound with the next {@link #flush}; the timestamp goes on by {@code units} after it. */
    public void audio(int payloadType, byte[] octets, int from, int length, int units) {
        write(beginsToSpeak, payloadType, timestamp, octets, from, length);
        beginsToSpeak = false;
        timestamp += units;
    }

    /** Lets time pass without a packet; the next one is marked as the begin of speech. */
    public void pause(int units) {
        timestamp += units;
        beginsToSpeak = true;
    }

    /** The timestamp of what is sent next. */
    public int timestamp() {
        return timestamp;
    }

    /** Sends a packet of a time that does not move by it, such as a telephone event. */
    public void at(int when, boolean marker, int payloadType, byte[] octets, int from, int length) {
        write(marker, payloadType, when, octets, from, length);
    }

    /** Lets time pass after a packet that did not move it. */
    public void pass(int units) {
        timestamp += units;
    }

    /** Sends a packet with numbers of another stream, moved. */
    public void relay(RtpPacket packet, int payloadType, int movedSequence, int movedTimestamp) {
        sequence = movedSequence;
        timestamp = movedTimestamp;
        write(
                packet.marker(),
                payloadType,
                movedTimestamp,
                packet.octets(),
                packet.payloadOffset(),
                packet.payloadLength());
    }

    /** Sends other octets with numbers of another stream, moved. */
    public void relay(
            boolean marker, int payloadType, int movedSequence, int movedTimestamp, byte[] octets, int length) {
        sequence = movedSequence;
        timestamp = movedTimestamp;
        write(marker, payloadType, movedTimestamp, octets, 0, length);
    }

    /** The number of the packet that is sent next. */
    public int sequence() {
        return sequence & 0xFFFF;
    }

    private void write(boolean marker, int payloadType, int when, byte[] octets, int from, int length) {
        var packet = thread.outgoing();
        System.arraycopy(octets, from, packet, RtpPacket.HEADER, length);
        RtpPacket.writeHeader(packet, marker, payloadType, sequence++, when, ssrc);
        int protectedLength = protection.protect(packet, RtpPacket.HEADER + length);
        if (protectedLength >= 0) {
            socket.write(packet, protectedLength, to);
            packets++;
        }
    }

    /** Hands what was sent to the system. */
    public void flush() {
        socket.flush();
    }

    /** Packets sent so far. */
    public long packets() {
        return packets;
    }

    /** Forgets the key. */
    @Override
    public void close() {
        protection.close();
    }
}
