package org.keyline.media.music;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.keyline.media.clip.Flow;
import org.keyline.media.codec.AudioEncoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.codec.Resampler;
import org.keyline.media.jitter.JitterBuffer;
import org.keyline.media.jitter.Loudspeaker;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.stream.MediaSocket;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.PacketSink;
import org.keyline.media.stream.RtpReceiver;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * Music that comes as RTP to a UDP port, in G.711 or G.722: it is decoded once and encoded once for each codec. While
 * nothing comes, it is silent. One thread writes; listeners on any thread read what is not older than a second.
 */
final class LiveMusic implements MusicSource, PacketSink, AutoCloseable {
    private static final int FRAME = JitterBuffer.TICK;
    private static final int RING = 64 * FRAME;

    /** So far behind what is written a listener begins, so that the other thread's ticks need not meet his. */
    private static final int DISTANCE = 3 * FRAME;

    private static final int OLDEST = RING - 4 * FRAME;

    private final MediaThread thread;
    private final Map<AudioCodec, byte[]> rings = new EnumMap<>(AudioCodec.class);
    private final Map<AudioCodec, AudioEncoder> encoders = new EnumMap<>(AudioCodec.class);
    private final short[] other = new short[2 * FRAME];
    private final short[] silence = new short[2 * FRAME];
    private Resampler resampler = new Resampler();
    private @Nullable Loudspeaker loudspeaker;
    private @Nullable AudioCodec spoken;
    private volatile long written;

    private final CompletableFuture<MediaSocket> socket;
    private Runnable stopTicking = () -> {};

    private LiveMusic(MediaThread thread, int port) {
        this.thread = thread;
        for (var codec : AudioCodec.values()) {
            if (Codecs.knows(codec)) {
                rings.put(codec, new byte[RING]);
                encoders.put(codec, Codecs.encoder(codec));
            }
        }
        socket = thread.open(port, new RtpReceiver(Optional.empty(), this)::received);
    }

    /** Listens on this port of the media address, 0 for any. The future fails when the port is taken. */
    static CompletableFuture<LiveMusic> listen(MediaThread thread, int port) {
        var music = new LiveMusic(thread, port);
        return music.socket.thenApply(_ -> {
            music.stopTicking = thread.everyTick(music::tick);
            return music;
        });
    }

    /** Where it listens. */
    MediaAddress address() {
        return socket.join().address();
    }

    @Override
    public void sourceBegins() {
        loudspeaker = null;
    }

    @Override
    public void arrived(RtpPacket packet, long now) {
        var codec = codec(packet.payloadType());
        if (codec.isEmpty()) {
            return;
        }
        var listening = loudspeaker;
        if (listening == null || spoken != codec.get()) {
            listening = new Loudspeaker(codec.get());
            loudspeaker = listening;
            spoken = codec.get();
            resampler = new Resampler();
        }
        listening
                .buffer()
                .offer(
                        packet.sequence(),
                        packet.timestamp(),
                        packet.octets(),
                        packet.payloadOffset(),
                        packet.payloadLength(),
                        now);
    }

    private Optional<AudioCodec> codec(int payloadType) {
        return rings.keySet().stream()
                .filter(codec -> codec.payloadType() == payloadType)
                .findFirst();
    }

    private void tick() {
        var listening = loudspeaker;
        if (listening == null || !listening.tick(System.nanoTime())) {
            write(silence, silence);
        } else if (listening.samples() == FRAME) {
            resampler.up(listening.frame(), other, FRAME);
            write(listening.frame(), other);
        } else {
            resampler.down(listening.frame(), other, 2 * FRAME);
            write(other, listening.frame());
        }
    }

    private void write(short[] narrow, short[] wide) {
        long start = written;
        int place = (int) (start % RING);
        rings.forEach((codec, ring) -> {
            var encoder = encoders.get(codec);
            if (encoder != null) {
                encoder.encode(Codecs.isWideband(codec) ? wide : narrow, 0, ring, place, FRAME);
            }
        });
        written = start + FRAME;
    }

    @Override
    public Flow join() {
        var place = new long[] {Math.max(0, written - DISTANCE)};
        return (codec, target, count) -> {
            long ready = written;
            if (ready - place[0] > OLDEST) {
                place[0] = ready - DISTANCE;
            }
            if (ready - place[0] < count) {
                return Flow.Next.NOTHING;
            }
            copy(codec, place[0], target, count);
            place[0] += count;
            return Flow.Next.SOUND;
        };
    }

    private void copy(AudioCodec codec, long from, byte[] target, int count) {
        var ring = rings.get(codec);
        if (ring == null) {
            throw new IllegalArgumentException("No music in " + codec.label());
        }
        int place = (int) (from % RING);
        int first = Math.min(count, RING - place);
        System.arraycopy(ring, place, target, 0, first);
        System.arraycopy(ring, 0, target, first, count - first);
    }

    @Override
    public void close() {
        thread.run(() -> stopTicking.run());
        var _ = socket.thenAccept(MediaSocket::close);
    }
}
