package org.keyline.node.media;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.Party;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.media.announcement.Announcements;
import org.keyline.media.announcement.Annunciator;
import org.keyline.media.conference.ConferenceBridge;
import org.keyline.media.music.MulticastPlan;
import org.keyline.media.music.MusicOnHold;
import org.keyline.media.music.MusicSources;
import org.keyline.media.relay.MediaTerminationPoint;
import org.keyline.media.stream.MediaThreads;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Location;
import org.keyline.processing.resource.MediaDevice.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources of one run of the service.
 *
 * @param threads what serves their streams
 * @param looks looks for new announcements
 * @param bridge mixes conferences
 * @param music plays music
 * @param live listens to live music
 * @param multicast sends music to groups
 * @param annunciator plays announcements
 * @param point passes on the media of calls
 * @param conferences the bridge as a device
 * @param listeners the music as a device
 * @param announcements the annunciator as a device
 * @param terminations the termination point as a device
 */
record MediaHouse(
        MediaThreads threads,
        ScheduledExecutorService looks,
        ConferenceBridge bridge,
        MusicOnHold music,
        LiveSources live,
        GroupSources multicast,
        Annunciator annunciator,
        MediaTerminationPoint point,
        MediaResource conferences,
        MediaResource listeners,
        MediaResource announcements,
        MediaResource terminations)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaHouse.class);
    private static final int SECONDS_BETWEEN_LOOKS = 5;
    private static final List<AudioCodec> CODECS = List.of(AudioCodec.G722, AudioCodec.G711_ULAW, AudioCodec.G711_ALAW);
    private static final List<AudioCodec> PASSED_ON = Stream.of(AudioCodec.values())
            .filter(codec -> codec.payloadType() >= 0)
            .toList();

    static MediaHouse open(MediaThreads threads, MediaStreamingService.Where where, SnapshotSource snapshots) {
        var parameters = snapshots.current().parameters();
        int seats = parameters.integer("mediaStreaming.conferencePorts");
        var bridge = new ConferenceBridge(threads, seats, seats);
        var music = new MusicOnHold(
                threads,
                new MusicSources(where.music()),
                parameters.integer("mediaStreaming.musicPorts"),
                MulticastPlan.MOST_STREAMS);
        var live = new LiveSources(threads, music.sources(), snapshots);
        var multicast = new GroupSources(music.multicast(), plan(parameters), snapshots);
        var spoken = new Announcements(where.announcements());
        var annunciator = new Annunciator(threads, spoken, parameters.integer("mediaStreaming.annunciatorPorts"));
        var point = new MediaTerminationPoint(threads, parameters.integer("mediaStreaming.terminationCalls"));
        return new MediaHouse(
                threads,
                lookingFor(spoken),
                bridge,
                music,
                live,
                multicast,
                annunciator,
                point,
                resource(Kind.CONFERENCE_BRIDGE, "CFB_1", snapshots, CODECS, new Rooms(bridge)),
                resource(Kind.MUSIC_ON_HOLD, "MOH_1", snapshots, CODECS, new Jukebox(music, multicast, snapshots)),
                resource(Kind.ANNUNCIATOR, "ANN_1", snapshots, CODECS, new Announcer(annunciator)),
                resource(Kind.MEDIA_TERMINATION_POINT, "MTP_1", snapshots, PASSED_ON, new Terminations(point)));
    }

    /** Where music is multicast, if it is. */
    private static Optional<MulticastPlan> plan(Parameters parameters) {
        return parameters.flag("mediaStreaming.multicast")
                ? Optional.of(new MulticastPlan(
                        InetAddress.ofLiteral(parameters.text("mediaStreaming.multicastAddress")),
                        parameters.integer("mediaStreaming.multicastPort"),
                        MulticastPlan.Step.valueOf(parameters.text("mediaStreaming.multicastStep")),
                        parameters.integer("mediaStreaming.multicastHops")))
                : Optional.empty();
    }

    private static ScheduledExecutorService lookingFor(Announcements spoken) {
        var looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("announcement-files").daemon().factory());
        var _ = looks.scheduleWithFixedDelay(
                () -> look(spoken), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return looks;
    }

    /** A fault of ours must not end the looking. */
    private static void look(Announcements spoken) {
        try {
            spoken.refresh();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Announcements could not be looked through");
        }
    }

    private static MediaResource resource(
            Kind kind, String name, SnapshotSource snapshots, List<AudioCodec> codecs, Places places) {
        var device = new DeviceName(name);
        return new MediaResource(kind, device, () -> terminal(device, codecs, snapshots.current()), places);
    }

    /**
     * A resource as a party of calls; its media is encrypted where the other side's is, unless that is switched off.
     */
    private static Terminal terminal(DeviceName device, List<AudioCodec> codecs, ConfigSnapshot now) {
        boolean secure = now.parameters().flag("mediaStreaming.secureMedia");
        return new Terminal(
                device,
                new Party("", device.text()),
                Optional.empty(),
                Optional.ofNullable(now.devicePools().get(now.parameters().text("mediaStreaming.devicePool")))
                        .map(MediaHouse::site)
                        .orElse(Site.in("")),
                secure ? SecurityClass.ENCRYPTED : SecurityClass.NON_SECURE,
                secure ? EnumSet.allOf(SrtpAlgorithm.class) : Set.of(),
                codecs);
    }

    private static Site site(DevicePool pool) {
        return new Site(pool.region(), pool.media().location().orElse(Location.HUB_NONE));
    }

    /** All of them as devices. */
    List<MediaResource> resources() {
        return List.of(conferences, listeners, announcements, terminations);
    }

    @Override
    public void close() {
        resources().forEach(MediaResource::close);
        looks.shutdownNow();
        live.close();
        multicast.close();
        music.close();
        threads.close();
    }
}
