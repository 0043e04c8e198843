package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.server.SrstFallback;
import org.keyline.model.server.SrstReference;
import org.keyline.spec.Spec;

/** SRST references as configuration: who may have a certificate, and what becomes of it. */
class SrstReferencesTest {
    private static final String PORT_MESSAGE = "Port Numbers can only contain digits.";

    @Property
    @Spec({"SRST-06", "SRST9-02", "SRST9-M01", "M-1"})
    void a_port_within_the_range_is_taken(@ForAll @IntRange(min = 1024, max = 49151) int port) {
        assertThat(read(Integer.toString(port)).problems()).isEmpty();
    }

    @Property
    @Spec({"SRST-06", "SRST9-02", "SRST9-M01", "M-1"})
    void a_number_without_the_range_gets_the_message(@ForAll int port) {
        if (port < 1024 || port > 49151) {
            assertThat(text(read(Integer.toString(port)))).isEqualTo(PORT_MESSAGE);
        }
    }

    @Property
    @Spec({"SRST-06", "SRST9-02", "SRST9-M01", "M-1"})
    void what_is_not_all_digits_gets_the_message(@ForAll @StringLength(min = 1, max = 12) String text) {
        if (!text.isBlank() && !text.strip().matches("[0-9]+")) {
            assertThat(text(read(text))).isEqualTo(PORT_MESSAGE);
        }
    }

    private static Form read(String port) {
        return Form.read(Kinds.SRST_REFERENCE, "branch", Map.of("certificateProviderPort", port));
    }

    private static String text(Form form) {
        assertThat(form.values()).isEmpty();
        return form.problems().getFirst().text(Texts.in(Locale.ENGLISH));
    }

    @Nested
    class Stored {
        private Configuration configuration;
        private String certificate;

        @BeforeEach
        void open(@TempDir Path directory) throws Exception {
            configuration = Configuration.open(directory, TestConfigurations.CLOCK);
            TestConfigurations.basics(configuration);
            certificate = newCertificate(directory);
        }

        @AfterEach
        void close() {
            configuration.close();
        }

        @Test
        @Spec("SRST-05")
        void a_reference_has_the_usual_ports_until_others_are_given() {
            create(Map.of());

            var reference = stored();
            assertThat(reference.number("port")).isEqualTo(2000);
            assertThat(reference.number("sipPort")).isEqualTo(5060);
            assertThat(reference.number("certificateProviderPort")).isEqualTo(2445);
            assertThat(reference.flag("secure")).isFalse();

            change(Map.of("certificateProviderPort", Value.of(4445)));
            assertThat(branch(configuration).certificateProviderPort()).isEqualTo(4445);
        }

        @Test
        void a_certificate_must_be_one() {
            create(Map.of("secure", Value.of(true)));

            assertThat(configuration
                            .store()
                            .change(Kinds.SRST_REFERENCE, "Branch", Map.of("certificate", Value.of("AAAA")), ADMIN))
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(Problem::message)
                                    .containsExactly("problem.certificate"));
            assertThat(stored().value("certificate")).isEmpty();
        }

        @Test
        @Spec("SRST-17")
        void saving_other_fields_leaves_the_certificate_and_says_so_where_the_gateway_may_be_another() {
            create(Map.of("secure", Value.of(true), "certificate", Value.of(certificate)));

            var moved = change(Map.of("address", Value.of("192.0.2.99")));

            assertThat(moved.notices()).extracting("message").containsExactly("notice.srstCertificateKept");
            assertThat(moved.after()).containsExactly(AfterChange.RESET_DEVICE);
            assertThat(stored().text("certificate")).isEqualTo(certificate);
        }

        @Test
        @Spec({"SRST-23", "SRST-24", "SRST9-01", "SRST9-03", "SRST9-M02", "M-2"})
        void a_reference_that_is_no_longer_secure_loses_its_certificate_and_the_credentials_service_is_named() {
            create(Map.of("secure", Value.of(true), "certificate", Value.of(certificate)));

            var saved = change(Map.of("secure", Value.of(false)));

            assertThat(stored().value("certificate")).isEmpty();
            assertThat(branch(configuration).certificate()).isEmpty();
            assertThat(saved.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.text(Texts.in(Locale.ENGLISH))).contains("Disable the credentials service");
                assertThat(notice.text(Texts.in(Locale.JAPANESE))).contains("クレデンシャルサービスを無効に");
            });
            assertThat(saved.after()).containsExactly(AfterChange.RESET_DEVICE);
        }

        @Test
        @Spec({"SRST-22", "SRST-27"})
        void a_device_pool_names_one_reference_which_can_be_deleted_only_when_no_pool_uses_it() {
            create(Map.of("secure", Value.of(true), "certificate", Value.of(certificate)));
            pool(Map.of("srstReference", Value.of("Branch")), Set.of()).orThrow();
            assertThat(fallback()).isEqualTo(new SrstFallback.Reference("Branch"));

            assertThat(configuration.store().remove(Kinds.SRST_REFERENCE, "Branch", ADMIN))
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(Problem::message)
                                    .containsExactly("problem.inUse"));

            var freed = pool(Map.of(), Set.of("srstReference")).orThrow();
            assertThat(freed.after()).containsExactly(AfterChange.RESET_DEVICE);
            configuration.store().remove(Kinds.SRST_REFERENCE, "Branch", ADMIN).orThrow();
            assertThat(configuration.snapshots().current().srstReferences()).isEmpty();
            assertThat(fallback()).isEqualTo(new SrstFallback.Disabled());
        }

        @Test
        void a_device_pool_uses_the_default_gateway_or_a_reference_but_not_both() {
            create(Map.of());
            pool(Map.of("srstDefaultGateway", Value.of(true)), Set.of()).orThrow();
            assertThat(fallback()).isEqualTo(new SrstFallback.DefaultGateway());

            assertThat(pool(Map.of("srstReference", Value.of("Branch")), Set.of()))
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(Problem::message)
                                    .containsExactly("problem.srstTwice"));
            assertThat(pool(Map.of("srstReference", Value.of("Elsewhere")), Set.of("srstDefaultGateway")))
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(Problem::message)
                                    .containsExactly("problem.missing"));
        }

        @Test
        @Spec("SRST-30")
        void a_reference_and_its_certificate_move_to_another_server_with_the_exported_file(@TempDir Path other)
                throws IOException {
            create(Map.of("secure", Value.of(true), "certificate", Value.of(certificate)));
            pool(Map.of("srstReference", Value.of("Branch")), Set.of()).orThrow();
            var file = configuration.file().export(Locale.ENGLISH);

            try (var next = Configuration.open(other, TestConfigurations.CLOCK)) {
                var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
                assertThat(next.file().importFrom(in, ImportMode.MERGE, ADMIN))
                        .isInstanceOf(ImportResult.Imported.class);

                var snapshot = next.snapshots().current();
                assertThat(snapshot.srstReferences())
                        .isEqualTo(configuration.snapshots().current().srstReferences());
                assertThat(branch(next).certificate()).isEqualTo(Optional.of(certificate));
                assertThat(snapshot.devicePools())
                        .isEqualTo(configuration.snapshots().current().devicePools());
            }
        }

        private SaveResult.Saved create(Map<String, Value> more) {
            var values = new HashMap<>(more);
            values.put("name", Value.of("Branch"));
            values.put("address", Value.of("192.0.2.1"));
            return configuration
                    .store()
                    .create(Kinds.SRST_REFERENCE, values, ADMIN)
                    .orThrow();
        }

        private SaveResult.Saved change(Map<String, Value> values) {
            return configuration
                    .store()
                    .change(Kinds.SRST_REFERENCE, "Branch", values, ADMIN)
                    .orThrow();
        }

        private SaveResult pool(Map<String, Value> values, Set<String> cleared) {
            return configuration
                    .store()
                    .apply(List.of(new Edit.Change(Kinds.DEVICE_POOL, "Default", values, cleared)), ADMIN);
        }

        private static SrstReference branch(Configuration configuration) {
            return Objects.requireNonNull(
                    configuration.snapshots().current().srstReferences().get("Branch"));
        }

        private SrstFallback fallback() {
            return Objects.requireNonNull(
                            configuration.snapshots().current().devicePools().get("Default"))
                    .srst();
        }

        private ConfigObject stored() {
            return configuration.store().find(Kinds.SRST_REFERENCE, "Branch").orElseThrow();
        }

        private static String newCertificate(Path directory) throws Exception {
            var file = directory.resolve("gateway.der");
            var openssl = new ProcessBuilder(
                            "openssl",
                            "req",
                            "-x509",
                            "-newkey",
                            "rsa:2048",
                            "-nodes",
                            "-subj",
                            "/CN=branch",
                            "-outform",
                            "DER",
                            "-keyout",
                            directory.resolve("key.pem").toString(),
                            "-out",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("openssl.log").toFile())
                    .start();
            assertThat(openssl.waitFor()).isZero();
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        }
    }
}
