package org.keyline.node.media;

import java.util.HashMap;
import java.util.Map;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.snapshot.SnapshotSource.Following;
import org.keyline.media.music.MusicSources;
import org.keyline.media.stream.MediaThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens at the ports of the live audio sources that are configured, as long as they are. */
final class LiveSources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSources.class);

    private final MediaThreads threads;
    private final MusicSources sources;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Following subscription;

    LiveSources(MediaThreads threads, MusicSources sources, SnapshotSource snapshots) {
        this.threads = threads;
        this.sources = sources;
        subscription = snapshots.onChange(this::follow);
        follow(snapshots.current());
    }

    /** What a source of this name is called where music is kept: a stream by its own name, else its file. */
    static String track(ConfigSnapshot snapshot, String name) {
        var source = snapshot.media().audioSources().get(name);
        return source == null || source.streamPort().isPresent() ? name : source.fileName();
    }

    private synchronized void follow(ConfigSnapshot snapshot) {
        var wanted = new HashMap<String, Integer>();
        for (var source : snapshot.media().audioSources().values()) {
            source.streamPort().ifPresent(port -> wanted.put(source.name(), port));
        }
        Map.copyOf(ports).forEach((name, port) -> {
            if (!port.equals(wanted.get(name))) {
                ports.remove(name);
                sources.hangUp(name);
            }
        });
        wanted.forEach((name, port) -> {
            if (ports.putIfAbsent(name, port) == null) {
                listen(name, port);
            }
        });
    }

    private void listen(String name, int port) {
        var _ = sources.listen(threads, name, port).whenComplete((_, taken) -> {
            if (taken != null) {
                LOG.atWarn()
                        .addKeyValue("source", name)
                        .addKeyValue("port", port)
                        .addKeyValue("reason", taken.getMessage())
                        .log("Live music cannot be received at its port");
            }
        });
    }

    @Override
    public void close() {
        subscription.close();
    }
}
