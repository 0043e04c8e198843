package org.keyline.node.media;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;
import org.keyline.media.stream.PortRange;
import org.keyline.model.server.NodeService;
import org.keyline.processing.resource.MediaDevices;
import org.keyline.serviceability.counter.CounterCatalogue;
import org.keyline.serviceability.counter.PerfCounter;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.trust.storage.AtomicFile;

/**
 * The service that mixes conferences, plays music to those who are held and announces why a call cannot go on. While it
 * runs, call processing has its resources as devices.
 */
public final class MediaStreamingService implements Service {
    private final Where where;
    private final SnapshotSource snapshots;
    private final MediaDevices devices;
    private final Total bridgeOut = new Total(
            now -> now.conferences().timesTurnedAway() + now.bridge().capacity().outOfResources());
    private final Total completed = new Total(now -> now.bridge().completed());
    private final Total musicOut = new Total(
            now -> now.listeners().timesTurnedAway() + now.music().unicast().outOfResources());
    private final Total announcerOut = new Total(now ->
            now.announcements().timesTurnedAway() + now.annunciator().capacity().outOfResources());
    private final Total terminationOut = new Total(
            now -> now.terminations().timesTurnedAway() + now.point().capacity().outOfResources());
    private volatile @Nullable MediaHouse running;

    /**
     * Where it works.
     *
     * @param bind the address its sockets are on
     * @param announced the address others are told
     * @param sounds the directory of music and announcements, made when it is not there
     */
    public record Where(InetAddress bind, InetAddress announced, Path sounds) {
        Path music() {
            return sounds.resolve("music");
        }

        Path announcements() {
            return sounds.resolve("announcements");
        }
    }

    /**
     * A service that is not started yet.
     *
     * @param devices where its resources register
     */
    public MediaStreamingService(Where where, SnapshotSource snapshots, MediaDevices devices) {
        this.where = where;
        this.snapshots = snapshots;
        this.devices = devices;
    }

    @Override
    public String name() {
        return NodeService.MEDIA_STREAMING.title();
    }

    @Override
    public synchronized void start() throws IOException {
        if (running == null) {
            var ports = ports();
            AtomicFile.createOwnerOnlyDirectory(where.sounds());
            AtomicFile.createOwnerOnlyDirectory(where.music());
            AtomicFile.createOwnerOnlyDirectory(where.announcements());
            var usual = MediaSettings.on(where.announced());
            var threads = MediaThreads.start(
                    new MediaSettings(where.bind(), where.announced(), ports, usual.dscp(), usual.telephoneEvents()));
            var house = MediaHouse.open(threads, where, snapshots);
            house.resources().stream().filter(resource -> resource.room() > 0).forEach(devices::register);
            running = house;
        }
    }

    private PortRange ports() throws IOException {
        var parameters = snapshots.current().parameters();
        int first = parameters.integer("mediaStreaming.firstUdpPort");
        int last = parameters.integer("mediaStreaming.lastUdpPort");
        if (last <= first) {
            throw new IOException(
                    "The service parameter Last UDP Port (" + last + ") must be above First UDP Port (" + first + ")");
        }
        return new PortRange(first, last);
    }

    @Override
    public synchronized void stop() {
        var house = running;
        if (house != null) {
            running = null;
            house.resources().forEach(devices::unregister);
            house.close();
            List.of(bridgeOut, completed, musicOut, announcerOut, terminationOut)
                    .forEach(total -> total.ended(house));
        }
    }

    /** The values of its performance counters, to be read on any thread at any time. */
    public Map<PerfCounter, LongSupplier> counters() {
        return Map.ofEntries(
                Map.entry(CounterCatalogue.BRIDGE_OUT_OF_RESOURCES, bridgeOut),
                Map.entry(
                        CounterCatalogue.BRIDGE_ACTIVE,
                        level(now -> now.bridge().capacity().active())),
                Map.entry(
                        CounterCatalogue.BRIDGE_AVAILABLE,
                        level(now -> now.bridge().capacity().available())),
                Map.entry(
                        CounterCatalogue.BRIDGE_TOTAL,
                        level(now -> now.bridge().capacity().total())),
                Map.entry(
                        CounterCatalogue.CONFERENCES_ACTIVE,
                        level(now -> now.bridge().active())),
                Map.entry(CounterCatalogue.CONFERENCES_COMPLETED, completed),
                Map.entry(
                        CounterCatalogue.MUSIC_HIGHEST,
                        level(now -> now.music().unicast().highest())),
                Map.entry(CounterCatalogue.MUSIC_OUT_OF_RESOURCES, musicOut),
                Map.entry(
                        CounterCatalogue.MUSIC_TOTAL,
                        level(now -> now.music().unicast().total())),
                Map.entry(
                        CounterCatalogue.MUSIC_ACTIVE,
                        level(now -> now.music().unicast().active())),
                Map.entry(
                        CounterCatalogue.MUSIC_AVAILABLE,
                        level(now -> now.music().unicast().available())),
                Map.entry(CounterCatalogue.ANNUNCIATOR_OUT_OF_RESOURCES, announcerOut),
                Map.entry(
                        CounterCatalogue.ANNUNCIATOR_ACTIVE,
                        level(now -> now.annunciator().capacity().active())),
                Map.entry(
                        CounterCatalogue.ANNUNCIATOR_AVAILABLE,
                        level(now -> now.annunciator().capacity().available())),
                Map.entry(
                        CounterCatalogue.ANNUNCIATOR_TOTAL,
                        level(now -> now.annunciator().capacity().total())),
                Map.entry(CounterCatalogue.TERMINATION_OUT_OF_RESOURCES, terminationOut),
                Map.entry(
                        CounterCatalogue.TERMINATION_ACTIVE,
                        level(now -> now.point().capacity().active())),
                Map.entry(
                        CounterCatalogue.TERMINATION_AVAILABLE,
                        level(now -> now.point().capacity().available())),
                Map.entry(
                        CounterCatalogue.TERMINATION_TOTAL,
                        level(now -> now.point().capacity().total())));
    }

    private LongSupplier level(ToLongFunction<MediaHouse> of) {
        return () -> {
            var now = running;
            return now == null ? 0 : of.applyAsLong(now);
        };
    }

    /** What is counted over restarts of the service. */
    private final class Total implements LongSupplier {
        private final ToLongFunction<MediaHouse> of;
        private long before;

        Total(ToLongFunction<MediaHouse> of) {
            this.of = of;
        }

        /** Holds what a run counted that is over. */
        synchronized void ended(MediaHouse house) {
            before += of.applyAsLong(house);
        }

        @Override
        public synchronized long getAsLong() {
            return before + level(of).getAsLong();
        }
    }
}
