package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;
import static org.keyline.config.TestConfigurations.addPhone;
import static org.keyline.config.TestConfigurations.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

@ParameterizedClass
@EnumSource(Where.class)
class SnapshotTest {
    private static final DeviceName SEP = new DeviceName("SEP001122334455");

    private final Where where;
    private Place place;
    private Configuration configuration;

    SnapshotTest(Where where) {
        this.where = where;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        place = Place.fresh(where, directory);
        configuration = place.open();
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    private ConfigSnapshot current() {
        return configuration.snapshots().current();
    }

    @Test
    void a_saved_change_is_in_the_snapshot_when_the_save_returns() {
        addPhone(configuration, SEP.text(), "2001");

        var phone = current().phone(SEP).orElseThrow();
        assertThat(phone.model().deviceType()).isEqualTo(404);
        assertThat(phone.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.number().digits()).isEqualTo("2001"));
        assertThat(current().revision()).isEqualTo(configuration.store().revision());
        assertThat(current().parameters().integer("callmanager.keepAliveInterval"))
                .isEqualTo(30);
        assertThat(current().devicePools()).containsKey("Default");
    }

    @Test
    void every_change_step_by_step_gives_the_same_snapshot_as_reading_all_anew() throws Exception {
        var store = configuration.store();
        store.create(Kinds.PARTITION, Map.of("name", Value.of("Internal")), ADMIN)
                .orThrow();
        store.create(
                        Kinds.CALLING_SEARCH_SPACE,
                        Map.of("name", Value.of("All"), "partitions", Value.names("Internal")),
                        ADMIN)
                .orThrow();
        var number = Map.of(
                "number", Value.of("2001"), "partition", Value.of("Internal"), "callingSearchSpace", Value.of("All"));
        store.create(Kinds.LINE, number, ADMIN).orThrow();
        store.create(Kinds.PHONE, TestConfigurations.phone(SEP.text(), "2001@Internal"), ADMIN)
                .orThrow();
        store.change(Kinds.PHONE, SEP.text(), Map.of("webAccess", Value.of("READ_ONLY")), ADMIN)
                .orThrow();
        addPhone(configuration, "SEP00000000000A", "3001");
        store.remove(Kinds.PHONE, "SEP00000000000A", ADMIN).orThrow();
        store.setParameter(Kinds.get("callmanager"), "t302", Value.of(5_000), ADMIN)
                .orThrow();

        var followed = current();
        try (var anew = place.open()) {
            var read = anew.snapshots().current();
            assertThat(read.phones()).isEqualTo(followed.phones());
            assertThat(read.lines()).containsExactlyInAnyOrderElementsOf(followed.lines());
            assertThat(read.parameters()).isEqualTo(followed.parameters());
            assertThat(read.callingSearchSpaces()).isEqualTo(followed.callingSearchSpaces());
            assertThat(read.revision()).isEqualTo(followed.revision());
        }
        assertThat(followed.phone(SEP).orElseThrow().software().hardening().webAccess())
                .isEqualTo(WebAccess.READ_ONLY);
        assertThat(followed.phone(SEP).orElseThrow().lines().getFirst().partition())
                .isEqualTo("Internal");
    }

    @Test
    void a_commit_of_another_process_is_noticed() throws Exception {
        try (var other = place.open()) {
            var heard = listen(configuration);

            addPhone(other, SEP.text(), "2001");

            var snapshot = await(
                    heard,
                    "a snapshot with the other's phone",
                    it -> it.phone(SEP).isPresent());
            assertThat(current().revision()).isGreaterThanOrEqualTo(snapshot.revision());
        }
    }

    @Test
    void a_large_change_of_another_process_is_noticed_whole() throws Exception {
        try (var other = place.open()) {
            var heard = listen(configuration);
            var edits = new ArrayList<Edit>();
            for (int i = 0; i < 1_500; i++) {
                edits.add(new Edit.Create(Kinds.LINE, line(Integer.toString(20_000 + i))));
            }
            other.store().apply(edits, ADMIN).orThrow();

            await(heard, "a snapshot with 1,500 lines", it -> it.lines().size() == 1_500);
        }
    }

    @Test
    void a_listener_that_fails_or_has_left_harms_nobody() throws Exception {
        var left = configuration.snapshots().onChange(_ -> {
            throw new IllegalStateException("a broken listener, as wanted by the test");
        });
        var heard = listen(configuration);

        addPhone(configuration, SEP.text(), "2001");
        await(heard, "the phone", it -> it.phone(SEP).isPresent());
        left.close();
        configuration.store().remove(Kinds.PHONE, SEP.text(), ADMIN).orThrow();
        await(heard, "the phone's removal", it -> it.phone(SEP).isEmpty());
    }

    @Spec({"OV-37", "OV-38", "PH-020", "PH-021", "PH-031"})
    @Test
    void a_non_secure_cluster_ignores_device_security_without_erasing_it() {
        addPhone(configuration, SEP.text(), "2001");
        var store = configuration.store();
        store.change(Kinds.PHONE, SEP.text(), Map.of("securityMode", Value.of("ENCRYPTED")), ADMIN)
                .orThrow();

        assertThat(effective()).isEqualTo(SecurityClass.NON_SECURE);
        assertThat(store.find(Kinds.PHONE, SEP.text()).orElseThrow().text("securityMode"))
                .isEqualTo("ENCRYPTED");

        store.setParameter(Kinds.get("enterprise"), "clusterSecurityMode", Value.of("MIXED"), Author.ctlClient())
                .orThrow();
        assertThat(effective()).isEqualTo(SecurityClass.ENCRYPTED);

        store.change(Kinds.PHONE, SEP.text(), Map.of("securityMode", Value.of("USE_SYSTEM_DEFAULT")), ADMIN)
                .orThrow();
        assertThat(effective()).isEqualTo(SecurityClass.NON_SECURE);
        store.setParameter(Kinds.get("enterprise"), "deviceSecurityMode", Value.of("AUTHENTICATED"), ADMIN)
                .orThrow();
        assertThat(effective()).isEqualTo(SecurityClass.AUTHENTICATED);
    }

    private SecurityClass effective() {
        return current().effectiveSecurityMode(current().phone(SEP).orElseThrow());
    }

    private static BlockingQueue<ConfigSnapshot> listen(Configuration configuration) {
        var heard = new ArrayBlockingQueue<ConfigSnapshot>(100);
        var unused = configuration.snapshots().onChange(heard::add);
        assertThat(unused).isNotNull();
        return heard;
    }

    private static ConfigSnapshot await(
            BlockingQueue<ConfigSnapshot> heard, String what, Predicate<ConfigSnapshot> wanted)
            throws InterruptedException {
        var seen = new ArrayList<Long>();
        for (var snapshot = heard.poll(30, TimeUnit.SECONDS);
                snapshot != null;
                snapshot = heard.poll(30, TimeUnit.SECONDS)) {
            if (wanted.test(snapshot)) {
                return snapshot;
            }
            seen.add(snapshot.revision());
        }
        throw new AssertionError("Awaited in vain: " + what + "; heard of revisions " + List.copyOf(seen));
    }
}
