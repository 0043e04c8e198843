package org.keyline.media.music;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keyline.media.clip.Flow;
import org.keyline.media.clip.Recording;
import org.keyline.media.clip.Shelf;
import org.keyline.media.stream.MediaThreads;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * The music there is, by name: the files of a directory, live streams, and {@link #DEFAULT}, which is always there. A
 * name that nobody knows, or whose file is gone, means the default. Usable from any thread.
 */
public final class MusicSources implements AutoCloseable {
    /** The name of the music that is always there; a file {@code default.wav} takes its place. */
    public static final String DEFAULT = "default";

    private final Shelf files;
    private final Map<String, RecordedMusic> recorded = new ConcurrentHashMap<>();
    private final Map<String, LiveMusic> live = new ConcurrentHashMap<>();
    private final RecordedMusic composed = new RecordedMusic(Composition.play());

    /** Reads the WAV files of the directory, which need not exist yet. */
    public MusicSources(Path directory) {
        files = new Shelf(directory);
        refresh();
    }

    /**
     * Takes up files that are new, changed or gone since the last time; listeners hear the change at once. It reads
     * files, so it belongs on a thread that may wait.
     */
    public synchronized void refresh() {
        if (!files.refresh()) {
            return;
        }
        var all = files.all();
        recorded.keySet().retainAll(all.keySet());
        all.forEach((name, recording) ->
                recorded.compute(name, (_, known) -> isOf(known, recording) ? known : new RecordedMusic(recording)));
    }

    private static boolean isOf(@Nullable RecordedMusic known, Recording recording) {
        return known != null && known.recording().equals(recording);
    }

    /**
     * Takes music from RTP (G.711 or G.722) that is sent to a port of this node.
     *
     * @param name goes before a file of the same name
     * @param port the UDP port, 0 for any
     * @return where it listens; fails when the port is taken
     */
    public CompletionStage<MediaAddress> listen(MediaThreads threads, String name, int port) {
        return LiveMusic.listen(threads.quietest(), port).thenApply(music -> {
            var before = live.put(name, music);
            if (before != null) {
                before.close();
            }
            return music.address();
        });
    }

    /** The stream of this name is heard no more; its port is free. */
    public void hangUp(String name) {
        var before = live.remove(name);
        if (before != null) {
            before.close();
        }
    }

    /** Every name. */
    public Set<String> names() {
        var names = new TreeSet<>(recorded.keySet());
        names.addAll(live.keySet());
        names.add(DEFAULT);
        return names;
    }

    private MusicSource find(String name) {
        MusicSource found = live.get(name);
        if (found == null) {
            found = recorded.get(name);
        }
        return found == null ? byDefault() : found;
    }

    private MusicSource byDefault() {
        var own = recorded.get(DEFAULT);
        return own == null ? composed : own;
    }

    /** The music of this name for one listener, also when another takes its place meanwhile. */
    Flow join(String name) {
        var source = find(name);
        return new Following(name, source);
    }

    @Override
    public void close() {
        live.values().forEach(LiveMusic::close);
        live.clear();
    }

    /** What one listener hears. */
    private final class Following implements Flow {
        private final String name;
        private MusicSource source;
        private Flow flow;

        Following(String name, MusicSource source) {
            this.name = name;
            this.source = source;
            this.flow = source.join();
        }

        @Override
        public Next next(AudioCodec codec, byte[] target, int count) {
            var now = find(name);
            if (!now.equals(source)) {
                source = now;
                flow = now.join();
            }
            return flow.next(codec, target, count);
        }
    }
}
