package org.keyline.processing.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.MediaChoice;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.callcontrol.resource.ResourceLists;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.MediaResourceGroup;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;

/** Media resources take turns, and step in for each other. */
class MediaDevicesTest {
    private static final MediaAddress GROUP = new MediaAddress(InetAddress.ofLiteral("239.1.1.1"), 16_384);

    private final List<Raised> raised = new ArrayList<>();
    private final MediaDevices devices =
            new MediaDevices((alarm, parameters) -> raised.add(new Raised(alarm, parameters)));
    private final MediaResources resources = devices.within(ResourceLists.of(
            Map.of(
                    "Near",
                    group("Near", "MOH_1", "MOH_2"),
                    "Far",
                    group("Far", "MOH_3"),
                    "Wide",
                    new MediaResourceGroup("Wide", List.of(new DeviceName("MOH_2"), new DeviceName("MOH_3")), true)),
            Map.of("Staff", List.of("Near", "Far"), "Plant", List.of("Wide"), "Mixed", List.of("Near", "Wide"))));

    private static MediaResourceGroup group(String name, String... resources) {
        return new MediaResourceGroup(
                name, Stream.of(resources).map(DeviceName::new).toList());
    }

    private record Raised(AlarmDefinition alarm, Map<String, String> parameters) {}

    /** A resource with so many places. */
    private static final class Staged implements MediaDevice {
        private final DeviceName name;
        private int places;
        private int turnedAway;
        private String multicast = "";

        Staged(String name, int places) {
            this.name = new DeviceName(name);
            this.places = places;
        }

        @Override
        public Kind kind() {
            return Kind.MUSIC_ON_HOLD;
        }

        @Override
        public DeviceName device() {
            return name;
        }

        @Override
        public Terminal terminal() {
            return party(name.text(), Site.in("Default"));
        }

        @Override
        public int room() {
            return places;
        }

        @Override
        public Map<AudioCodec, MediaAddress> groups(String source) {
            return source.equals(multicast) ? Map.of(AudioCodec.G711_ULAW, GROUP) : Map.of();
        }

        @Override
        public void turnedAway() {
            turnedAway++;
        }

        @Override
        public void hear(ActorRef<CallSignal> call, List<LegEvent> events) {
            throw new UnsupportedOperationException("nobody speaks to it here");
        }
    }

    private static Terminal party(String name, Site site) {
        return new Terminal(
                new DeviceName(name),
                Party.UNKNOWN,
                Optional.empty(),
                site,
                SecurityClass.NON_SECURE,
                Set.of(),
                List.of());
    }

    private Staged registered(String name, int places) {
        var device = new Staged(name, places);
        devices.register(device);
        return device;
    }

    private Optional<String> music(Optional<String> list) {
        var site = new Site("Default", "Hub_None", ZoneOffset.UTC, new MediaChoice(list, HoldSources.NONE, "en"));
        return resources
                .musicOnHold(party("SEP001122334455", site))
                .map(found -> found.device().text());
    }

    private Optional<String> multicast(String list, String source) {
        var site = new Site(
                "Default", "Hub_None", ZoneOffset.UTC, new MediaChoice(Optional.of(list), HoldSources.NONE, "en"));
        return resources.multicastMusic(party("SEP001122334455", site), source).map(found -> {
            assertThat(found.groups()).containsOnly(Map.entry(AudioCodec.G711_ULAW, GROUP));
            return found.server().device().text();
        });
    }

    @Test
    void a_group_that_is_for_multicast_gives_the_groups_of_a_server_that_multicasts_the_source() {
        registered("MOH_2", 5);
        registered("MOH_3", 0).multicast = "Jazz";

        assertThat(multicast("Plant", "Jazz")).as("a port is not needed").contains("MOH_3");
        assertThat(multicast("Plant", "Waltz")).isEmpty();
        assertThat(multicast("Staff", "Jazz")).as("not for multicast").isEmpty();
        assertThat(raised).isEmpty();
    }

    @Test
    void a_stream_from_an_earlier_group_goes_before_multicast_from_a_later_one() {
        var one = registered("MOH_1", 1);
        registered("MOH_3", 1).multicast = "Jazz";
        assertThat(multicast("Mixed", "Jazz")).isEmpty();

        one.places = 0;
        assertThat(multicast("Mixed", "Jazz")).contains("MOH_3");
    }

    private Optional<String> staff() {
        return music(Optional.of("Staff"));
    }

    @Test
    void those_of_a_group_take_turns_and_the_next_group_steps_in_when_they_are_full() {
        var one = registered("MOH_1", 5);
        var two = registered("MOH_2", 5);
        registered("MOH_3", 5);
        registered("MOH_4", 5);

        assertThat(Stream.generate(this::staff).limit(4).flatMap(Optional::stream))
                .containsExactly("MOH_1", "MOH_2", "MOH_1", "MOH_2");

        one.places = 0;
        assertThat(staff()).contains("MOH_2");
        assertThat(staff()).contains("MOH_2");
        two.places = 0;
        assertThat(staff()).contains("MOH_3");
        assertThat(music(Optional.empty())).contains("MOH_4");
    }

    @Test
    void the_last_resort_of_a_list_are_resources_in_no_group() {
        registered("MOH_3", 0);
        registered("MOH_4", 1);

        assertThat(staff()).contains("MOH_4");
    }

    @Test
    void each_list_that_has_nothing_is_told_once_until_it_has_again() {
        assertThat(staff()).isEmpty();
        assertThat(staff()).isEmpty();
        assertThat(music(Optional.empty())).isEmpty();
        assertThat(raised)
                .extracting(Raised::alarm)
                .containsExactly(
                        AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED, AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED);
        assertThat(raised).extracting(alarm -> alarm.parameters().get("list")).containsExactly("Staff", "");

        var three = registered("MOH_3", 1);
        assertThat(staff()).contains("MOH_3");
        three.places = 0;
        assertThat(staff()).isEmpty();
        assertThat(raised.getLast().alarm()).isEqualTo(AlarmCatalogue.MOH_NO_MORE_RESOURCES);
        assertThat(three.turnedAway).isEqualTo(1);
    }

    @Test
    void a_resource_in_a_group_serves_nobody_without_a_list() {
        var one = registered("MOH_1", 5);

        assertThat(music(Optional.empty())).isEmpty();
        assertThat(one.turnedAway).as("it was not asked").isZero();
    }
}
