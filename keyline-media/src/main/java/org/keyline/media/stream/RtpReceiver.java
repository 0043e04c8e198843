package org.keyline.media.stream;

import java.util.Optional;
import org.keyline.media.port.StreamKey;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.srtp.Protection;

/**
 * One RTP stream that comes in. It takes what the holder of the key sent, or, without a key, one source at a time:
 * another one is heard when the first has been silent for 200 ms. Used on its thread only.
 */
public final class RtpReceiver implements AutoCloseable {
    private static final long SILENT_NANOS = 200_000_000;

    private final Protection protection;
    private final PacketSink sink;
    private final RtpPacket packet = new RtpPacket();
    private boolean locked;
    private int ssrc;
    private long lastHeard;
    private long received;
    private long rejected;

    /** Hands what is good to {@code sink}. */
    public RtpReceiver(Optional<StreamKey> key, PacketSink sink) {
        protection = Protection.ofReceiver(key);
        this.sink = sink;
    }

    /** Takes a datagram that came. */
    public void received(byte[] octets, int length) {
        long now = System.nanoTime();
        if (!isGood(octets, length) || !isTheSource(now)) {
            rejected++;
            return;
        }
        received++;
        sink.arrived(packet, now);
    }

    private boolean isGood(byte[] octets, int length) {
        if (!packet.read(octets, length) && !protection.isOn()) {
            return false;
        }
        int opened = RtpPacket.isRtp(octets, length) ? protection.unprotect(octets, length) : -1;
        return opened >= 0 && packet.read(octets, opened);
    }

    private boolean isTheSource(long now) {
        if (locked && packet.ssrc() != ssrc && now - lastHeard < SILENT_NANOS) {
            return false;
        }
        if (!locked || packet.ssrc() != ssrc) {
            sink.sourceBegins();
        }
        locked = true;
        ssrc = packet.ssrc();
        lastHeard = now;
        return true;
    }

    /** Packets taken. */
    public long received() {
        return received;
    }

    /** Packets that were no RTP, not authentic, of a second source, or here before. */
    public long rejected() {
        return rejected;
    }

    /** Forgets the key. */
    @Override
    public void close() {
        protection.close();
    }
}
