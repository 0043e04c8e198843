package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioSource;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.MediaSettings;
import org.keyline.model.media.RelaySettings;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.model.server.Location;
import org.keyline.model.server.MediaResourceGroup;

/** Locations, audio sources and media resource groups as configuration. */
class MediaPlanTest {
    @TempDir
    private Path directory;

    private Configuration configuration;

    @BeforeEach
    void open() {
        configuration = Configuration.open(directory, TestConfigurations.CLOCK);
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void locations_sources_and_groups_are_in_the_snapshot() {
        saved(Kinds.LOCATION, Map.of("name", "Branch", "audioBandwidth", "256"));
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Jazz", "file", "jazz 2026"));
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Radio", "streamPort", "24000"));
        saved(Kinds.MEDIA_RESOURCE_GROUP, Map.of("name", "All", "resources", "MOH_1 CFB_1"));
        saved(
                Kinds.MEDIA_RESOURCE_GROUP_LIST,
                Map.of("name", "Staff"),
                Map.of("groups", new Value.Names(List.of("All"))));

        var plan = configuration.snapshots().current().media();
        assertThat(plan.locations()).containsExactly(Map.entry("Branch", new Location("Branch", 256)));
        assertThat(plan.audioSources().values())
                .containsExactlyInAnyOrder(
                        new AudioSource("Jazz", Optional.of("jazz 2026"), OptionalInt.empty()),
                        new AudioSource("Radio", Optional.empty(), OptionalInt.of(24_000)));
        assertThat(plan.groups().values())
                .containsExactly(
                        new MediaResourceGroup("All", List.of(new DeviceName("MOH_1"), new DeviceName("CFB_1"))));
        assertThat(plan.lists()).containsExactly(Map.entry("Staff", List.of("All")));
    }

    @Test
    void a_phone_does_what_it_says_itself_and_else_what_its_pool_says() {
        saved(Kinds.LOCATION, Map.of("name", "Branch"));
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Jazz"));
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Waltz"));
        TestConfigurations.addPhone(configuration, "SEP001122334455", "2001");
        changed(
                Kinds.DEVICE_POOL,
                "Default",
                Map.of(
                        "location",
                        "Branch",
                        "userHoldSource",
                        "Waltz",
                        "networkHoldSource",
                        "Waltz",
                        "useTrustedRelayPoint",
                        "true"));
        changed(Kinds.PHONE, "SEP001122334455", Map.of("location", "Hub_None", "userHoldSource", "Jazz"));

        var snapshot = configuration.snapshots().current();
        var phone = snapshot.phone(new DeviceName("SEP001122334455")).orElseThrow();
        assertThat(snapshot.mediaSettings(phone))
                .isEqualTo(new MediaSettings(
                        Optional.of("Hub_None"),
                        Optional.empty(),
                        new HoldSources(Optional.of("Jazz"), Optional.of("Waltz")),
                        new RelaySettings(Optional.of(true), false)));

        changed(
                Kinds.PHONE,
                "SEP001122334455",
                Map.of("useTrustedRelayPoint", "OFF", "mediaTerminationPointRequired", "true"));
        var now = configuration.snapshots().current();
        assertThat(now.mediaSettings(
                                now.phone(new DeviceName("SEP001122334455")).orElseThrow())
                        .relay())
                .isEqualTo(new RelaySettings(Optional.of(false), true));
    }

    @Test
    void what_is_multicast_has_a_number_of_its_own() {
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Jazz", "allowMulticasting", "true", "streamNumber", "7"));
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Waltz", "streamNumber", "8"));
        saved(Kinds.MEDIA_RESOURCE_GROUP, Map.of("name", "All", "resources", "MOH_1", "multicast", "true"));

        var plan = configuration.snapshots().current().media();
        assertThat(plan.audioSources().values())
                .containsExactlyInAnyOrder(
                        new AudioSource("Jazz", Optional.empty(), OptionalInt.empty(), OptionalInt.of(7)),
                        new AudioSource("Waltz", Optional.empty(), OptionalInt.empty(), OptionalInt.empty()));
        assertThat(plan.groups().values())
                .containsExactly(new MediaResourceGroup("All", List.of(new DeviceName("MOH_1")), true));
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "Rock", "allowMulticasting", "true")))
                .containsExactly("problem.streamNumber");
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "Rock", "streamNumber", "7")))
                .containsExactly("problem.streamNumberTaken");
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "Rock", "streamNumber", "52")))
                .isNotEmpty();
    }

    @Test
    void music_is_multicast_to_groups_only_and_at_even_ports() {
        var parameters = Kinds.get("mediaStreaming");
        for (var wrong :
                List.of("10.0.0.1", "224.0.0.5", "239.255.255.1", "240.0.0.1", "239.1.1", "239.1.1.256", "x")) {
            assertThat(Form.read(parameters, "", Map.of("multicastAddress", wrong))
                            .problems())
                    .as(wrong)
                    .extracting(Problem::message)
                    .containsExactly("problem.multicastAddress");
        }
        for (var right : List.of("224.0.1.0", "239.1.1.1", "239.255.254.255", "230.0.0.9")) {
            assertThat(Form.read(parameters, "", Map.of("multicastAddress", right))
                            .problems())
                    .as(right)
                    .isEmpty();
        }
        assertThat(configuration.store().setParameter(parameters, "multicastPort", Value.of(17_001), ADMIN))
                .isInstanceOfSatisfying(
                        SaveResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::message)
                                .containsExactly("problem.evenPort"));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(problems(Kinds.LOCATION, Map.of("name", "Hub_None"))).isNotEmpty();
        assertThat(problems(Kinds.LOCATION, Map.of("name", "x", "audioBandwidth", "-1")))
                .isNotEmpty();
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "x", "file", "../secret")))
                .isNotEmpty();
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "x", "file", "x", "streamPort", "24000")))
                .contains("problem.fileOrStream");
        assertThat(problems(Kinds.MEDIA_RESOURCE_GROUP, Map.of("name", "x", "resources", "MOH_1,CFB_1")))
                .isNotEmpty();
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Radio", "streamPort", "24000"));
        assertThat(problems(Kinds.AUDIO_SOURCE, Map.of("name", "Other", "streamPort", "24000")))
                .containsExactly("problem.portTaken");
    }

    @Test
    void a_file_may_hand_a_port_and_a_number_on_to_another_source_and_gives_neither_to_two() {
        saved(Kinds.AUDIO_SOURCE, Map.of("name", "Radio", "streamPort", "24000", "streamNumber", "7"));
        imported("{name: Radio, streamPort: 24002, streamNumber: 8}, {name: News, streamPort: 24000, streamNumber: 7}");
        assertThat(configuration.snapshots().current().media().audioSources()).containsOnlyKeys("Radio", "News");

        assertThat(refused("{name: Rock, streamPort: 24004}, {name: Pop, streamPort: 24004}"))
                .containsOnly("problem.portTaken");
        assertThat(refused("{name: Rock, streamNumber: 9}, {name: Pop, streamNumber: 9}"))
                .containsOnly("problem.streamNumberTaken");
    }

    private void imported(String sources) {
        assertThat(file(sources)).isInstanceOf(ImportResult.Imported.class);
    }

    private List<String> refused(String sources) {
        return file(sources) instanceof ImportResult.Rejected(var problems)
                ? problems.stream().map(located -> located.problem().message()).toList()
                : List.of();
    }

    private ImportResult file(String sources) {
        return configuration
                .file()
                .importText("keyline: 1\naudioSources: [" + sources + "]\n", ImportMode.MERGE, ADMIN);
    }

    private void saved(ObjectKind kind, Map<String, String> texts) {
        saved(kind, texts, Map.of());
    }

    private void saved(ObjectKind kind, Map<String, String> texts, Map<String, Value> more) {
        var values = Form.read(kind, "", texts).values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        values.putAll(more);
        configuration.store().create(kind, values, ADMIN).orThrow();
    }

    private void changed(ObjectKind kind, String key, Map<String, String> texts) {
        var form = Form.read(kind, key, texts);
        configuration.store().change(kind, key, form.values(), ADMIN).orThrow();
    }

    private List<String> problems(ObjectKind kind, Map<String, String> texts) {
        var form = Form.read(kind, "", texts);
        var problems = form.problems().isEmpty()
                ? switch (configuration.store().create(kind, form.values(), ADMIN)) {
                    case SaveResult.Invalid(var found) -> found;
                    case SaveResult.Saved _ -> List.<Problem>of();
                }
                : form.problems();
        return problems.stream().map(Problem::message).toList();
    }
}
