package org.keyline.media.music;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.keyline.media.clip.Player;
import org.keyline.media.codec.Codecs;
import org.keyline.media.port.Capacity;
import org.keyline.media.port.MediaPort;
import org.keyline.media.port.Transmission;
import org.keyline.media.stream.MediaThreads;
import org.keyline.media.stream.UdpPort;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * Music sent to groups, in the clear: whoever joins a group hears it, and it costs the same for one as for a thousand.
 */
public final class Multicasting implements AutoCloseable {
    private static final int PACKET_MILLIS = 20;

    private final MediaThreads threads;
    private final MusicSources sources;
    private final Capacity capacity;
    private final List<MediaPort> streams = new ArrayList<>();

    Multicasting(MediaThreads threads, MusicSources sources, Capacity capacity) {
        this.threads = threads;
        this.sources = sources;
        this.capacity = capacity;
    }

    /**
     * Sends a source to all its places, until what is returned is closed.
     *
     * @param number the source's number in the plan, 1 and up
     * @return what is sent; fewer streams than the plan has places when no more may be
     */
    public synchronized GroupStreams send(MulticastPlan plan, int number, String source) {
        var places = new EnumMap<AudioCodec, MediaAddress>(AudioCodec.class);
        var ports = new ArrayList<MediaPort>();
        for (var codec : AudioCodec.values()) {
            var place = plan.place(number, codec);
            if (place.isPresent() && Codecs.knows(codec) && capacity.take(1)) {
                var thread = threads.quietest();
                var player = new Player(thread, sources.join(source), () -> {}, () -> capacity.giveBack(1));
                var port = UdpPort.openMulticast(thread, player, plan.hops());
                port.startTransmit(new Transmission(place.get(), codec, PACKET_MILLIS, Optional.empty()));
                ports.add(port);
                places.put(codec, place.get());
            }
        }
        streams.addAll(ports);
        return new GroupStreams(places, () -> end(ports));
    }

    private synchronized void end(List<MediaPort> ports) {
        ports.forEach(MediaPort::close);
        streams.removeAll(ports);
    }

    /** Streams there may be, and are. */
    public Capacity capacity() {
        return capacity;
    }

    /** Ends all streams. */
    @Override
    public synchronized void close() {
        streams.forEach(MediaPort::close);
        streams.clear();
    }
}
