package org.keyline.media.music;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyline.media.clip.Player;
import org.keyline.media.port.Capacity;
import org.keyline.media.port.MediaPort;
import org.keyline.media.stream.MediaThreads;
import org.keyline.media.stream.UdpPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Music on hold. A listener's port sends music to him; what it receives is thrown away. Usable from any thread.
 *
 * <p>PerfMon's object {@code Cisco MOH Device} has its values here: {@link #unicast} and {@link #multicast}.
 */
public final class MusicOnHold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MusicOnHold.class);
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final MediaThreads threads;
    private final MusicSources sources;
    private final Capacity unicast;
    private final Multicasting multicast;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("music-files").daemon().factory());

    /**
     * @param unicastPorts listeners at once
     * @param multicastStreams multicast streams at once
     */
    public MusicOnHold(MediaThreads threads, MusicSources sources, int unicastPorts, int multicastStreams) {
        this.threads = threads;
        this.sources = sources;
        unicast = new Capacity(unicastPorts);
        multicast = new Multicasting(threads, sources, new Capacity(multicastStreams));
        var _ = looks.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** A fault of ours must not end the looking. */
    private void look() {
        try {
            sources.refresh();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Music files could not be looked through");
        }
    }

    /** A port that sends this music; empty when all ports are taken. */
    public Optional<MediaPort> listen(String source) {
        if (!unicast.take(1)) {
            return Optional.empty();
        }
        var thread = threads.quietest();
        var player = new Player(thread, sources.join(source), () -> {}, () -> unicast.giveBack(1));
        return Optional.of(UdpPort.openSendOnly(thread, player));
    }

    /** The music there is. */
    public MusicSources sources() {
        return sources;
    }

    /** Listeners with a stream of their own. */
    public Capacity unicast() {
        return unicast;
    }

    /** Streams for everybody who joins a group. */
    public Multicasting multicast() {
        return multicast;
    }

    /** Ends multicasting and the looking for files. Listeners' ports are their holders' to close. */
    @Override
    public void close() {
        looks.shutdownNow();
        multicast.close();
        sources.close();
    }
}
