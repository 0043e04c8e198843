package org.keyline.media.conference;

import org.keyline.media.codec.Codecs;
import org.keyline.media.codec.Resampler;
import org.keyline.media.jitter.JitterBuffer;
import org.keyline.media.jitter.JitterCounts;
import org.keyline.media.jitter.Loudspeaker;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.stream.PacketSink;
import org.keyline.model.media.AudioCodec;

/** What one party says: its packets, its sound at this tick, and the same at the other sampling rate. */
final class Voice implements PacketSink {
    private final AudioCodec codec;
    private Loudspeaker loudspeaker;
    private Resampler resampler = new Resampler();
    private final short[] converted;
    private boolean speaks;

    Voice(AudioCodec codec) {
        this.codec = codec;
        loudspeaker = new Loudspeaker(codec);
        converted = new short[isWideband() ? JitterBuffer.TICK : 2 * JitterBuffer.TICK];
    }

    boolean isWideband() {
        return Codecs.isWideband(codec);
    }

    @Override
    public void sourceBegins() {
        loudspeaker = new Loudspeaker(codec);
        resampler = new Resampler();
    }

    @Override
    public void arrived(RtpPacket packet, long now) {
        var buffer = loudspeaker.buffer();
        if (packet.payloadType() != codec.payloadType()) {
            buffer.pass(packet.sequence());
            return;
        }
        buffer.offer(
                packet.sequence(),
                packet.timestamp(),
                packet.octets(),
                packet.payloadOffset(),
                packet.payloadLength(),
                now);
    }

    /** Goes on by a tick and, when there is something to hear, adds it to the room. */
    void speak(long now, RoomSound room) {
        speaks = loudspeaker.tick(now);
        if (!speaks) {
            return;
        }
        if (isWideband()) {
            room.addWide(loudspeaker.frame());
            resampler.down(loudspeaker.frame(), converted, loudspeaker.samples());
            room.addNarrow(converted);
        } else {
            room.addNarrow(loudspeaker.frame());
            if (room.isWideband()) {
                resampler.up(loudspeaker.frame(), converted, loudspeaker.samples());
                room.addWide(converted);
            }
        }
    }

    /** Whether this voice is in the room's sum. */
    boolean speaks() {
        return speaks;
    }

    /** What was added at 8 kHz. */
    short[] narrow() {
        return isWideband() ? converted : loudspeaker.frame();
    }

    /** What was added at 16 kHz, if that was wanted. */
    short[] wide() {
        return isWideband() ? loudspeaker.frame() : converted;
    }

    JitterCounts counts() {
        return loudspeaker.buffer().counts();
    }
}
