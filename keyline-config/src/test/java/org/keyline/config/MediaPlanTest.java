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
