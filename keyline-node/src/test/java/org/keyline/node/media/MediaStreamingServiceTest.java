package org.keyline.node.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Cleared;
import org.keyline.callcontrol.call.LegEvent.Media;
import org.keyline.callcontrol.call.LegEvent.Playing;
import org.keyline.callcontrol.call.LegEvent.Relaying;
import org.keyline.callcontrol.call.LegEvent.Seated;
import org.keyline.callcontrol.resource.ResourceLists;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.station.Cause;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.resource.MediaDevice;
import org.keyline.processing.resource.MediaDevices;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.alarm.RaisedAlarm;
import org.keyline.serviceability.counter.CounterCatalogue;
import org.keyline.serviceability.counter.PerfCounter;

class MediaStreamingServiceTest {
    private static final Sound MUSIC = new Sound.Music("default");
    private static final Sound VACANT = new Sound.Announcement(Cause.UNALLOCATED_NUMBER, "en");

    @TempDir
    private Path directory;

    private final AlarmLog alarms = new AlarmLog(Clock.systemUTC());
    private final MediaDevices devices = new MediaDevices(alarms);
    private @Nullable Configuration configuration;
    private @Nullable MediaStreamingService service;

    @BeforeEach
    void opens() throws Exception {
        var opened = Configuration.open(directory, Clock.systemUTC());
        FreshDatabase.ensure(opened.store(), "cm1", "127.0.0.1", 2000);
        configuration = opened;
        var here = InetAddress.getLoopbackAddress();
        service = new MediaStreamingService(
                new MediaStreamingService.Where(here, here, directory.resolve("sounds")), opened.snapshots(), devices);
    }

    @AfterEach
    void closes() {
        service().stop();
        Objects.requireNonNull(configuration).close();
    }

    private MediaStreamingService service() {
        return Objects.requireNonNull(service);
    }

    private void sets(String parameter, Value value) {
        var opened = Objects.requireNonNull(configuration);
        assertThat(opened.store().setParameter(Kinds.get("mediaStreaming"), parameter, value, Author.system("test")))
                .isInstanceOf(SaveResult.Saved.class);
        var snapshots = opened.snapshots();
        Await.until(
                parameter,
                () -> snapshots
                        .current()
                        .parameters()
                        .text("mediaStreaming." + parameter)
                        .equals(value.text()));
    }

    private MediaDevice device(String name) {
        return (MediaDevice) devices.find(new DeviceName(name)).orElseThrow();
    }

    private long counter(PerfCounter counter) {
        return Objects.requireNonNull(service().counters().get(counter)).getAsLong();
    }

    private List<AlarmDefinition> raised() {
        return alarms.newest(10).stream().map(RaisedAlarm::alarm).toList();
    }

    @Test
    void legs_of_a_room_hear_each_other_each_with_its_own_keys_and_nobody_of_another_room() throws Exception {
        service().start();
        var bridge = device("CFB_1");
        try (var anna = Listener.encrypted(1);
                var bob = Listener.inTheClear(2);
                var carol = Listener.encrypted(3)) {
            anna.connects(bridge, new Seated(anna.leg(), 7), 500);
            bob.connects(bridge, new Seated(bob.leg(), 7), 900);
            carol.connects(bridge, new Seated(carol.leg(), 8), 1300);

            anna.awaitsTone(900);
            bob.awaitsTone(500);
            carol.awaitsSilence();
            assertThat(bridge.room()).isEqualTo(45);
            assertThat(counter(CounterCatalogue.BRIDGE_ACTIVE)).isEqualTo(3);
            assertThat(counter(CounterCatalogue.CONFERENCES_ACTIVE)).isEqualTo(2);

            for (var each : List.of(anna, bob, carol)) {
                each.tells(bridge, new Cleared(each.leg()));
            }
            Await.until("both conferences to end", () -> counter(CounterCatalogue.CONFERENCES_COMPLETED) == 2);
            assertThat(bridge.room()).isEqualTo(48);
        }
    }

    @Test
    void a_room_is_there_again_when_somebody_comes_after_all_have_left() throws Exception {
        service().start();
        var bridge = device("CFB_1");
        for (int time = 0; time < 2; time++) {
            try (var anna = Listener.inTheClear(10 + time);
                    var bob = Listener.inTheClear(20 + time)) {
                anna.connects(bridge, new Seated(anna.leg(), 7), 500);
                bob.connects(bridge, new Seated(bob.leg(), 7), 900);
                anna.awaitsTone(900);
                anna.tells(bridge, new Cleared(anna.leg()));
                bob.tells(bridge, new Cleared(bob.leg()));
            }
        }
        Await.until("both conferences to end", () -> counter(CounterCatalogue.CONFERENCES_COMPLETED) == 2);
    }

    @Test
    void legs_of_a_pair_hear_each_other_each_with_its_own_keys_and_nobody_of_another_pair() throws Exception {
        sets("terminationCalls", Value.of(2));
        service().start();
        var point = device("MTP_1");
        try (var anna = Listener.encrypted(1);
                var bob = Listener.inTheClear(2);
                var carol = Listener.inTheClear(3);
                var dave = Listener.inTheClear(4)) {
            anna.connects(point, new Relaying(anna.leg(), anna.leg().value()), 500);
            bob.connects(point, new Relaying(bob.leg(), anna.leg().value()), 900);
            carol.connects(point, new Relaying(carol.leg(), carol.leg().value()), 1300);

            anna.awaitsTone(900);
            bob.awaitsTone(500);
            carol.awaitsSilence();
            assertThat(point.room()).isZero();
            assertThat(counter(CounterCatalogue.TERMINATION_ACTIVE)).isEqualTo(2);
            assertThat(devices.within(ResourceLists.NONE).terminationPoint(point.terminal()))
                    .isEmpty();
            assertThat(raised()).containsExactly(AlarmCatalogue.MTP_NO_MORE_RESOURCES);
            assertThat(counter(CounterCatalogue.TERMINATION_OUT_OF_RESOURCES)).isEqualTo(1);

            // Carol is gone before the other leg of her pair came: the pair is free again, and that leg has no place.
            carol.tells(point, new Cleared(carol.leg()));
            Await.until("a free pair", () -> point.room() == 1);
            dave.tells(point, new Relaying(dave.leg(), carol.leg().value()));
            dave.hears(CallSignal.Rejected.class);

            anna.tells(point, new Cleared(anna.leg()));
            bob.tells(point, new Cleared(bob.leg()));
            Await.until("all pairs to be free", () -> point.room() == 2);
            assertThat(counter(CounterCatalogue.TERMINATION_AVAILABLE)).isEqualTo(2);
            assertThat(counter(CounterCatalogue.TERMINATION_TOTAL)).isEqualTo(2);
        }
    }

    @Test
    void music_and_announcements_are_heard_through_srtp_and_in_the_clear() throws Exception {
        service().start();
        try (var anna = Listener.encrypted(1);
                var bob = Listener.inTheClear(2)) {
            anna.connects(device("MOH_1"), new Playing(anna.leg(), MUSIC), 500);
            bob.connects(device("ANN_1"), new Playing(bob.leg(), VACANT), 500);
            anna.awaitsSound();
            bob.awaitsSound();
        }
    }

    @Test
    void who_hears_a_group_takes_no_port_and_is_told_when_it_ends() throws Exception {
        sets("multicast", Value.of(true));
        sets(
                "multicastAddress",
                Value.of("239.77.%d.1".formatted(ThreadLocalRandom.current().nextInt(256))));
        store().create(
                        Kinds.AUDIO_SOURCE,
                        Map.of(
                                "name", Value.of("Jazz"),
                                "allowMulticasting", Value.of(true),
                                "streamNumber", Value.of(1)),
                        Author.system("test"))
                .orThrow();
        service().start();
        var music = device("MOH_1");
        Await.until("groups", () -> music.groups("Jazz").size() == 2);
        assertThat(music.groups("default")).isEmpty();
        var group = Objects.requireNonNull(music.groups("Jazz").get(AudioCodec.G711_ULAW));
        var room = music.room();
        try (var anna = Listener.inTheClear(1);
                var bob = Listener.inTheClear(2)) {
            anna.tells(music, new Playing(anna.leg(), new Sound.GroupMusic("Jazz", group)));
            assertThat(music.room()).isEqualTo(room);
            bob.tells(music, new Playing(bob.leg(), new Sound.GroupMusic("default", group)));
            assertThat(bob.hears(CallSignal.Rejected.class).leg()).isEqualTo(bob.leg());
            assertThat(anna.hearsNothingMore()).isTrue();

            store().change(
                            Kinds.AUDIO_SOURCE,
                            "Jazz",
                            Map.of("allowMulticasting", Value.of(false)),
                            Author.system("test"))
                    .orThrow();
            assertThat(anna.hears(CallSignal.Release.class).leg()).isEqualTo(anna.leg());
            assertThat(music.groups("Jazz")).isEmpty();
        }
    }

    private ConfigStore store() {
        return Objects.requireNonNull(configuration).store();
    }

    @Test
    void who_finds_all_ports_taken_is_rejected_counted_and_an_alarm_says_so_once() throws Exception {
        sets("musicPorts", Value.of(1));
        sets("annunciatorPorts", Value.of(0));
        service().start();
        var music = device("MOH_1");
        try (var anna = Listener.inTheClear(1);
                var bob = Listener.encrypted(2)) {
            anna.connects(music, new Playing(anna.leg(), MUSIC), 500);
            assertThat(devices.within(ResourceLists.NONE).musicOnHold(music.terminal()))
                    .isEmpty();
            assertThat(devices.within(ResourceLists.NONE).musicOnHold(music.terminal()))
                    .isEmpty();
            assertThat(raised()).containsExactly(AlarmCatalogue.MOH_NO_MORE_RESOURCES);
            assertThat(devices.within(ResourceLists.NONE).annunciator(music.terminal()))
                    .isEmpty();
            assertThat(raised()).contains(AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED);

            var open = bob.opening();
            bob.tells(music, new Playing(bob.leg(), MUSIC), new Media(bob.leg(), open));
            assertThat(bob.hears(CallSignal.Rejected.class).leg()).isEqualTo(bob.leg());
            Listener.isWiped(open.key());
            assertThat(counter(CounterCatalogue.MUSIC_OUT_OF_RESOURCES)).isEqualTo(3);
            assertThat(counter(CounterCatalogue.MUSIC_HIGHEST)).isEqualTo(1);

            anna.tells(music, new Cleared(anna.leg()));
            Await.until(
                    "a free port",
                    () -> devices.within(ResourceLists.NONE)
                            .musicOnHold(music.terminal())
                            .isPresent());
        }
    }

    @Test
    void an_offer_it_does_not_understand_is_rejected() throws Exception {
        service().start();
        try (var anna = Listener.inTheClear(1)) {
            anna.tells(device("MOH_1"), new Seated(anna.leg(), 7));
            anna.hears(CallSignal.Rejected.class);
            anna.tells(device("CFB_1"), new Playing(anna.leg(), MUSIC));
            anna.hears(CallSignal.Rejected.class);
            anna.tells(device("ANN_1"), new Playing(anna.leg(), MUSIC));
            anna.hears(CallSignal.Rejected.class);
            assertThat(device("CFB_1").room()).isEqualTo(48);
        }
    }

    @Test
    void when_it_stops_its_calls_hear_it_and_a_new_start_begins_afresh() throws Exception {
        service().start();
        var before = device("CFB_1");
        try (var anna = Listener.encrypted(1);
                var bob = Listener.inTheClear(2)) {
            anna.connects(before, new Seated(anna.leg(), 7), 500);
            service().stop();
            assertThat(anna.hears(CallSignal.Vanished.class).leg()).isEqualTo(anna.leg());
            assertThat(devices.find(new DeviceName("CFB_1"))).isEmpty();
            assertThat(counter(CounterCatalogue.BRIDGE_TOTAL)).isZero();
            bob.tells(before, new Seated(bob.leg(), 7));
            bob.hears(CallSignal.Rejected.class);
            long completed = counter(CounterCatalogue.CONFERENCES_COMPLETED);

            service().start();
            bob.connects(device("CFB_1"), new Seated(bob.leg(), 7), 900);
            assertThat(counter(CounterCatalogue.BRIDGE_ACTIVE)).isEqualTo(1);
            assertThat(counter(CounterCatalogue.CONFERENCES_COMPLETED)).isGreaterThanOrEqualTo(completed);
        }
    }

    @Test
    void a_leg_that_moves_to_another_call_is_heard_of_there() throws Exception {
        service().start();
        var music = device("MOH_1");
        try (var first = Listener.inTheClear(1);
                var second = Listener.inTheClear(1)) {
            first.connects(music, new Playing(first.leg(), MUSIC), 500);
            first.tells(music, new LegEvent.Moved(first.leg()));
            assertThat(first.hears(CallSignal.Moved.class).leg()).isEqualTo(first.leg());
            second.tells(music, new Media(second.leg(), second.opening()));
            second.hears(CallSignal.ReceiveOpened.class);
            assertThat(first.hearsNothingMore()).isTrue();
        }
    }

    @Test
    void the_parameter_decides_whether_calls_through_it_stay_encrypted() throws Exception {
        service().start();
        assertThat(device("CFB_1").terminal().security()).isEqualTo(SecurityClass.ENCRYPTED);
        assertThat(device("CFB_1").terminal().algorithms()).isNotEmpty();
        assertThat(device("CFB_1").terminal().site().region()).isEqualTo("Default");

        sets("secureMedia", Value.of(false));

        for (var name : List.of("CFB_1", "MOH_1", "ANN_1", "MTP_1")) {
            assertThat(device(name).terminal().security()).isEqualTo(SecurityClass.NON_SECURE);
            assertThat(device(name).terminal().algorithms()).isEmpty();
        }
    }

    @Test
    void ports_that_are_no_range_are_named() {
        sets("firstUdpPort", Value.of(30_000));
        sets("lastUdpPort", Value.of(20_000));
        assertThatIOException()
                .isThrownBy(() -> service().start())
                .withMessage("The service parameter Last UDP Port (20000) must be above First UDP Port (30000)");
        assertThat(devices.find(new DeviceName("CFB_1"))).isEmpty();
    }
}
