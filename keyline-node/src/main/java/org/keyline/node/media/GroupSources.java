package org.keyline.node.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.snapshot.SnapshotSource.Following;
import org.keyline.media.music.GroupStreams;
import org.keyline.media.music.MulticastPlan;
import org.keyline.media.music.Multicasting;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * Sends the audio sources that may be multicast to their groups, as long as they are configured so, whether anybody
 * listens or not: routers then have the way to them before somebody is held. Who listens is told when it ends.
 */
final class GroupSources implements AutoCloseable {
    private final Multicasting multicasting;
    private final Optional<MulticastPlan> plan;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final Following subscription;

    /** A source as it is to be sent. */
    private record Wanted(int number, String track) {}

    /** A source as it is sent, and what those are told who hear it when that ends. */
    private record Sent(Wanted as, GroupStreams streams, Set<Listener> listeners) {}

    /** Somebody who joined a group; each is another. */
    private static final class Listener {
        private final Runnable over;

        Listener(Runnable over) {
            this.over = over;
        }
    }

    /** @param plan where sources are sent; without one none is */
    GroupSources(Multicasting multicasting, Optional<MulticastPlan> plan, SnapshotSource snapshots) {
        this.multicasting = multicasting;
        this.plan = plan;
        subscription = snapshots.onChange(this::follow);
        follow(snapshots.current());
    }

    private void follow(ConfigSnapshot snapshot) {
        plan.map(places -> changed(places, snapshot)).orElse(List.of()).forEach(listener -> listener.over.run());
    }

    /** Sends what is to be sent now; those who hear what is no longer sent so. */
    private synchronized List<Listener> changed(MulticastPlan places, ConfigSnapshot snapshot) {
        var wanted = wanted(snapshot);
        var ended = sent.entrySet().stream()
                .filter(one -> !one.getValue().as.equals(wanted.get(one.getKey())))
                .toList();
        ended.forEach(one -> {
            sent.remove(one.getKey());
            one.getValue().streams.close();
        });
        wanted.forEach((name, as) -> sent.computeIfAbsent(
                name,
                _ -> new Sent(as, multicasting.send(places, as.number, as.track), ConcurrentHashMap.newKeySet())));
        return ended.stream().flatMap(one -> one.getValue().listeners.stream()).toList();
    }

    private static Map<String, Wanted> wanted(ConfigSnapshot snapshot) {
        var wanted = new HashMap<String, Wanted>();
        for (var source : snapshot.media().audioSources().values()) {
            source.multicastNumber()
                    .ifPresent(number ->
                            wanted.put(source.name(), new Wanted(number, LiveSources.track(snapshot, source.name()))));
        }
        return wanted;
    }

    /** Where a source is heard, by codec; empty when it is not multicast. */
    Map<AudioCodec, MediaAddress> groups(String source) {
        return Stream.ofNullable(sent.get(source))
                .map(now -> now.streams.places())
                .findFirst()
                .orElse(Map.of());
    }

    /**
     * The place of somebody who hears a source's group.
     *
     * @param over runs when the source is no longer sent there
     * @return empty when it is not sent there now
     */
    Optional<Place> listen(String source, MediaAddress group, Runnable over) {
        var now = sent.get(source);
        if (now == null || !now.streams.places().containsValue(group)) {
            return Optional.empty();
        }
        var listener = new Listener(over);
        now.listeners.add(listener);
        if (!now.equals(sent.get(source))) {
            now.listeners.remove(listener);
            return Optional.empty();
        }
        return Optional.of(Place.withoutPort(() -> now.listeners.remove(listener)));
    }

    /** Follows the configuration no more; the streams end with the multicasting. */
    @Override
    public void close() {
        subscription.close();
    }
}
