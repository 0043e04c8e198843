package org.keyline.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.spec.Spec;
import org.keyline.web.phone.BulkProgress.State;

/** Operations for two thousand phones in a real configuration. */
@Timeout(180)
class BulkOperationsTest {
    private static final int PHONES = 2_000;

    @TempDir
    Path directory;

    private final Set<String> reset = ConcurrentHashMap.newKeySet();
    private Configuration configuration;
    private BulkOperations bulk;

    @BeforeEach
    void configure() {
        configuration = Configuration.open(directory, Clock.systemUTC());
        FreshDatabase.ensure(configuration.store(), "cm1", "127.0.0.1", 2000);
        bulk = new BulkOperations(configuration, (device, _) -> reset.add(device.text()));
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    private List<String> phones(int count, String model) {
        var names = new ArrayList<String>();
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < count; i++) {
            var name = "SEP%04X%08X".formatted(Integer.parseInt(model), i);
            names.add(name);
            edits.add(new Edit.Create(Kinds.PHONE, Map.of("name", Value.of(name), "model", Value.of(model))));
        }
        configuration.store().apply(edits, Author.administrator("test")).orThrow();
        return names;
    }

    private static BulkOrder install(String mode) {
        return new BulkOrder(
                Map.of("certificateOperation", "INSTALL_UPGRADE", "authenticationMode", mode, "keySize", "2048"), true);
    }

    private BulkProgress await(String what, Predicate<BulkProgress> isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (true) {
            var now = bulk.progress().orElseThrow();
            if (isSo.test(now)) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("awaited " + what + " but it is " + now);
            }
            LockSupport.parkNanos(100_000);
        }
    }

    @Test
    @Spec("CAPF-069")
    void two_thousand_phones_get_the_operation_each_with_a_string_of_its_own() {
        var phones = phones(PHONES, "7962");

        assertThat(bulk.start(install("BY_AUTHENTICATION_STRING"), phones, "admin"))
                .isTrue();
        var end = await("its end", BulkProgress::isOver);

        assertThat(end.state()).isEqualTo(State.FINISHED);
        assertThat(end.set()).isEqualTo(PHONES);
        var strings = new HashSet<String>();
        configuration.store().list(Kinds.PHONE).forEach(phone -> {
            assertThat(phone.text("operationStatus")).isEqualTo("Install/Upgrade pending");
            assertThat(phone.text("authenticationString")).matches("[0-9]{4,10}");
            strings.add(phone.text("authenticationString"));
        });
        assertThat(strings).hasSizeGreaterThan(PHONES * 99 / 100);
        assertThat(reset).hasSize(PHONES);
    }

    @Test
    void a_pause_holds_it_and_it_goes_on_where_it_was() {
        var phones = phones(PHONES, "7962");
        assertThat(bulk.start(install("BY_NULL_STRING"), phones, "admin")).isTrue();
        await("its first portion", now -> now.done() > 0);

        bulk.pause();
        var paused = await("the pause", now -> now.state() == State.PAUSED || now.isOver());
        assertThat(bulk.start(install("BY_NULL_STRING"), phones, "admin"))
                .as("another while one is not over")
                .isFalse();
        bulk.resume();
        var end = await("its end", BulkProgress::isOver);

        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.done()).isLessThan(PHONES);
        assertThat(end.done()).isEqualTo(PHONES);
        assertThat(end.set()).isEqualTo(PHONES);
    }

    @Test
    void what_is_stopped_leaves_the_rest_as_it_was() {
        var phones = phones(PHONES, "7962");
        assertThat(bulk.start(install("BY_NULL_STRING"), phones, "admin")).isTrue();
        await("its first portion", now -> now.done() > 0);

        bulk.stop();
        assertThat(bulk.start(
                        new BulkOrder(Map.of("certificateOperation", "NO_PENDING_OPERATION"), false),
                        List.of(),
                        "admin"))
                .isTrue();
        await("the next one's end", BulkProgress::isOver);

        assertThat(configuration.store().list(Kinds.PHONE))
                .anyMatch(phone -> phone.text("operationStatus").isEmpty())
                .anyMatch(phone -> !phone.text("operationStatus").isEmpty());
    }

    @Test
    void a_phone_that_cannot_do_it_is_named_and_the_others_get_it() {
        var all = new ArrayList<>(phones(60, "7962"));
        all.addAll(phones(2, "7912"));
        all.add(1, "SEPFFFFFFFFFFFF");

        assertThat(bulk.start(install("BY_NULL_STRING"), all, "admin")).isTrue();
        var end = await("its end", BulkProgress::isOver);

        assertThat(end.set()).isEqualTo(60);
        assertThat(end.refusals())
                .extracting(BulkProgress.Refusal::device)
                .containsExactly("SEPFFFFFFFFFFFF", "SEP1EE800000000", "SEP1EE800000001");
        assertThat(end.refusals())
                .extracting(BulkProgress.Refusal::message)
                .containsExactly("problem.notFound", "problem.modelCapf", "problem.modelCapf");
    }

    @Test
    @Spec("CAPF-057")
    void phones_without_a_certificate_have_none_to_delete() {
        var phones = phones(5, "7962");

        assertThat(bulk.start(new BulkOrder(Map.of("certificateOperation", "DELETE"), false), phones, "admin"))
                .isTrue();
        var end = await("its end", BulkProgress::isOver);

        assertThat(end.set()).isZero();
        assertThat(end.refusals()).hasSize(5).allMatch(one -> one.message().equals("problem.noCertificate"));
        assertThat(new BulkOrder(Map.of("operationCompletesBy", "tomorrow"), false).problems())
                .extracting(problem -> problem.message())
                .containsExactly("capf.M03");
    }

    private void restart() {
        configuration.close();
        configuration = Configuration.open(directory, Clock.systemUTC());
        bulk = new BulkOperations(configuration, (device, _) -> reset.add(device.text()));
    }

    @Test
    @Spec("CAPF-069")
    void after_a_restart_it_is_paused_and_goes_on_where_it_was() {
        var phones = phones(PHONES, "7962");
        assertThat(bulk.start(install("BY_AUTHENTICATION_STRING"), phones, "admin"))
                .isTrue();
        await("its first portion", now -> now.done() > 0);
        bulk.pause();
        var paused = await("the pause", now -> now.state() == State.PAUSED);
        assertThat(paused.total()).isEqualTo(PHONES);

        restart();
        assertThat(bulk.progress()).hasValueSatisfying(now -> {
            assertThat(now.state()).isEqualTo(State.PAUSED);
            assertThat(now.set()).isEqualTo(set()).isLessThan(PHONES);
        });
        assertThat(bulk.startedBy()).contains("admin");
        assertThat(bulk.start(install("BY_NULL_STRING"), phones, "other"))
                .as("another while one is not over")
                .isFalse();
        bulk.resume();
        assertThat(await("its end", BulkProgress::isOver).set()).isEqualTo(PHONES);
        assertThat(set()).isEqualTo(PHONES);

        restart();
        assertThat(bulk.progress().orElseThrow().state()).isEqualTo(State.FINISHED);
        bulk.resume();
        assertThat(bulk.progress().orElseThrow().state()).isEqualTo(State.FINISHED);
    }

    private int set() {
        return (int) configuration.store().list(Kinds.PHONE).stream()
                .filter(phone -> phone.text("operationStatus").equals("Install/Upgrade pending"))
                .count();
    }

    @Test
    void one_that_was_stopped_stays_so_over_a_restart() {
        bulk.start(install("BY_NULL_STRING"), phones(PHONES, "7962"), "admin");
        bulk.stop();
        restart();
        bulk.resume();
        assertThat(bulk.progress().orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(bulk.start(install("BY_NULL_STRING"), List.of(), "admin")).isTrue();
    }

    @Test
    void progress_that_cannot_be_read_is_none() {
        configuration.settings().put("bulk.phones", "{");
        configuration.settings().put("bulk.progress", "{\"order\": 5}");
        restart();
        assertThat(bulk.progress()).isEmpty();
        bulk.resume();
        assertThat(bulk.start(install("BY_NULL_STRING"), List.of(), "admin")).isTrue();
    }

    @Test
    @Spec({"PH-018", "PH-030"})
    void a_device_security_mode_reaches_all_phones_whose_model_supports_it() {
        var able = phones(3, "7962");
        var half = phones(2, "7960");
        var unable = phones(2, "7912");
        var all = new ArrayList<>(able);
        all.addAll(half);
        all.addAll(unable);
        var order = new BulkOrder(BulkOrder.Action.MODE, Map.of("securityMode", "ENCRYPTED"), true);

        bulk.start(order, all, "admin");
        var end = await("its end", BulkProgress::isOver);

        assertThat(mode(able)).containsOnly("ENCRYPTED");
        assertThat(mode(unable)).doesNotContain("ENCRYPTED");
        assertThat(end.refusals()).extracting(BulkProgress.Refusal::device).containsAll(unable);
        assertThat(end.set() + end.refused()).isEqualTo(all.size());
        assertThat(reset).containsAll(able).doesNotContainAnyElementsOf(unable);
        assertThat(end.set()).isEqualTo(reset.size());
    }

    private List<String> mode(List<String> phones) {
        return phones.stream()
                .map(phone -> configuration
                        .store()
                        .find(Kinds.PHONE, phone)
                        .orElseThrow()
                        .text("securityMode"))
                .toList();
    }

    @Test
    @Spec("PH-038")
    void chosen_phones_are_reset_or_deleted_and_the_others_stay() {
        var phones = phones(4, "7962");
        bulk.start(new BulkOrder(BulkOrder.Action.RESET, Map.of(), false), phones.subList(0, 2), "admin");
        await("its end", BulkProgress::isOver);
        assertThat(reset).containsExactlyInAnyOrderElementsOf(phones.subList(0, 2));

        bulk.start(new BulkOrder(BulkOrder.Action.DELETE, Map.of(), false), phones.subList(1, 3), "admin");
        assertThat(await("its end", BulkProgress::isOver).set()).isEqualTo(2);
        assertThat(configuration.store().list(Kinds.PHONE))
                .extracting(phone -> phone.key())
                .containsExactlyInAnyOrder(phones.get(0), phones.get(3));

        bulk.start(new BulkOrder(BulkOrder.Action.DELETE, Map.of(), false), phones.subList(1, 2), "admin");
        assertThat(await("its end", BulkProgress::isOver).refusals())
                .as("somebody else deleted it meanwhile")
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).isEqualTo("problem.notFound"));
    }
}
