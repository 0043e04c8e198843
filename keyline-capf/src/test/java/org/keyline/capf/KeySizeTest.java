package org.keyline.capf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.capf.session.CapfServer;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.tls.TlsProfile;

/** Certificates for keys of every size, over real TLS, looked at with {@code openssl}. */
class KeySizeTest {
    private static final String NAME = "SEP001122334455";
    private static final Author ADMINISTRATOR = Author.administrator("test");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "512, RSA_512, Public-Key: (512 bit)",
        "1024, RSA_1024, Public-Key: (1024 bit)",
        "2048, RSA_2048, Public-Key: (2048 bit)",
        "3072, RSA_3072, Public-Key: (3072 bit)",
        "4096, RSA_4096, Public-Key: (4096 bit)",
        "EC_P256, EC_P256, prime256v1",
        "EC_P384, EC_P384, secp384r1",
        "EC_P521, EC_P521, secp521r1"
    })
    @Spec({"CAPF-002", "CAPF-066"})
    void a_phone_gets_a_certificate_for_a_key_of_the_size_that_was_chosen(String size, KeyType type, String shown)
            throws Exception {
        try (var node = new TestNode(folder, TlsProfile.LEGACY_PHONE, CapfServer.ANSWER_TIME)) {
            node.with(NAME, "model", "8945", "certificateOperation", "INSTALL_UPGRADE", "keySize", size);
            try (var phone = TestPhone.connect(node.address())) {
                phone.saysName(NAME);
                var asked = phone.hears();
                if (type.isRsa()) {
                    assertThat(asked.number(10)).isEqualTo(type.bits());
                    assertThat(asked.number(17)).isZero();
                } else {
                    assertThat(asked.number(17)).isEqualTo(1);
                    assertThat(asked.number(18))
                            .isEqualTo(List.of("EC_P256", "EC_P384", "EC_P521").indexOf(size));
                }
                phone.sendsKey(type.generate());
                var lsc = Certificates.parse(
                        TestPhone.der(phone.hears().elements().getOrDefault(4, new byte[0])));
                phone.answers(10, 1);
                assertThat(phone.hearsEnd()).isEqualTo(1);

                Files.write(folder.resolve("lsc.pem"), PemKeyFile.text(lsc));
                Files.write(folder.resolve("capf.pem"), PemKeyFile.text(TestNode.CAPF.certificate()));
            }
        }
        assertThat(openssl("verify", "-auth_level", "0", "-CAfile", "capf.pem", "lsc.pem"))
                .contains("lsc.pem: OK");
        assertThat(openssl("x509", "-in", "lsc.pem", "-noout", "-text"))
                .contains(shown)
                .contains(NAME);
    }

    @Test
    @Spec({"CAPF-066", "CAPF-P15"})
    void a_short_key_is_refused_with_its_price_and_what_mends_it() throws Exception {
        try (var node = new TestNode(folder)) {
            node.with(NAME);
            assertThat(keySize(node)).isEqualTo("2048");

            var refused = set(node, NAME, "1024");

            assertThat(refused).hasSize(1);
            assertThat(refused.getFirst().field()).isEqualTo("keySize");
            assertThat(refused.getFirst().text(Texts.in(java.util.Locale.ENGLISH)))
                    .contains("1024", "compute the key", "--legacy-tls");
            assertThat(refused.getFirst().text(Texts.in(java.util.Locale.JAPANESE)))
                    .contains("1024", "--legacy-tls", "2048 以上");
            assertThat(set(node, NAME, "512")).hasSize(1);
            assertThat(keySize(node)).isEqualTo("2048");

            node.configuration().legacyPhones().admit(true);
            assertThat(set(node, NAME, "1024")).isEmpty();
            assertThat(keySize(node)).isEqualTo("1024");
        }
    }

    @Test
    @Spec("CAPF-066")
    void only_what_the_model_can_make_is_taken() throws Exception {
        try (var node = new TestNode(folder)) {
            node.with(NAME, "model", "7962").with("SEP001122334466", "model", "8945");

            assertThat(set(node, "SEP001122334466", "EC_P521"))
                    .singleElement()
                    .extracting(problem -> problem.text(Texts.in(java.util.Locale.ENGLISH)))
                    .asString()
                    .contains("EC_P384", "--legacy-tls");
            for (var impossible : List.of("3072", "4096", "EC_P256", "EC_P384")) {
                assertThat(set(node, NAME, impossible))
                        .singleElement()
                        .extracting(problem -> problem.text(Texts.in(java.util.Locale.ENGLISH)))
                        .asString()
                        .contains("7962", impossible, "2048");
                assertThat(set(node, "SEP001122334466", impossible)).isEmpty();
            }
        }
    }

    @Test
    @Spec({"CAPF-P03", "CAPF-042"})
    void a_new_phone_is_set_to_the_key_size_of_the_service_parameter_where_its_model_can() throws Exception {
        try (var node = new TestNode(folder)) {
            node.set(Kinds.get("capf"), "keySize", Value.of("EC_P384"));
            node.with(NAME, "model", "8945").with("SEP001122334466", "model", "7962");

            assertThat(keySize(node)).isEqualTo("EC_P384");
            assertThat(keySize(node, "SEP001122334466")).isEqualTo("2048");
            var refused = node.configuration()
                    .store()
                    .setParameter(Kinds.get("capf"), "keySize", Value.of("1024"), ADMINISTRATOR);
            assertThat(refused).isInstanceOf(SaveResult.Invalid.class);
        }
    }

    @Test
    @Spec("CAPF-066")
    void what_was_chosen_before_short_keys_were_refused_stays_is_told_and_gets_no_certificate() throws Exception {
        try (var old = new TestNode(folder, TlsProfile.LEGACY_PHONE, CapfServer.ANSWER_TIME)) {
            old.with(NAME, "certificateOperation", "INSTALL_UPGRADE", "keySize", "1024");
        }
        try (var node = new TestNode(folder)) {
            assertThat(keySize(node)).isEqualTo("1024");
            assertThat(node.alarms()).anyMatch(alarm -> alarm.contains("ShortKeys") && alarm.contains("1"));
            var described = node.configuration()
                    .store()
                    .change(Kinds.PHONE, NAME, Map.of("description", Value.of("lobby")), ADMINISTRATOR)
                    .orThrow();
            assertThat(described.notices())
                    .extracting(notice -> notice.message())
                    .contains("notice.shortKey");

            try (var phone = TestPhone.connect(node.address())) {
                phone.saysName(NAME);
                assertThat(phone.hearsEnd()).isEqualTo(7);
            }

            var after = node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION);
            assertThat(after.status()).startsWith("Install/Upgrade failed: ").contains("Key Size", "2048");
            assertThat(after.lscStatus()).isEqualTo("Upgrade Failed");
            assertThat(Files.readString(node.traces().resolve("capf.log"))).contains("2 CAPF_OP_FAIL", "Key Size");
            assertThat(problems(node.configuration()
                            .store()
                            .change(
                                    Kinds.PHONE,
                                    NAME,
                                    Map.of("certificateOperation", Value.of("INSTALL_UPGRADE")),
                                    ADMINISTRATOR)))
                    .extracting(Problem::message)
                    .containsExactly("problem.shortKey");
        }
    }

    @Test
    @Spec({"CAPF-P02", "CAPF-044"})
    void certificates_are_valid_for_the_years_of_the_service_parameter_once_the_service_is_restarted()
            throws Exception {
        try (var node = new TestNode(folder)) {
            node.set(Kinds.get("capf"), "durationOfCertificateValidityYears", Value.of(3));
            node.with(NAME, "certificateOperation", "INSTALL_UPGRADE");
            assertThat(yearsOf(node)).as("not restarted yet").isEqualTo(5);

            node.service().stop();
            node.service().start();

            node.change(NAME, "certificateOperation", "INSTALL_UPGRADE");
            assertThat(yearsOf(node)).isEqualTo(3);
        }
    }

    private static long yearsOf(TestNode node) throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            var lsc = Certificates.parse(TestPhone.der(phone.hears().elements().getOrDefault(4, new byte[0])));
            phone.answers(10, 1);
            assertThat(phone.hearsEnd()).isEqualTo(1);
            node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION);
            return ChronoUnit.YEARS.between(
                    lsc.getNotBefore().toInstant().atZone(ZoneOffset.UTC),
                    lsc.getNotAfter().toInstant().atZone(ZoneOffset.UTC));
        }
    }

    private static List<Problem> set(TestNode node, String phone, String size) {
        return problems(node.configuration()
                .store()
                .change(Kinds.PHONE, phone, Map.of("keySize", Value.of(size)), ADMINISTRATOR));
    }

    private static List<Problem> problems(SaveResult result) {
        return switch (result) {
            case SaveResult.Saved _ -> List.of();
            case SaveResult.Invalid(var problems) -> problems;
        };
    }

    private static String keySize(TestNode node) {
        return keySize(node, NAME);
    }

    private static String keySize(TestNode node, String phone) {
        return node.configuration()
                .store()
                .find(Kinds.PHONE, phone)
                .orElseThrow()
                .text("keySize");
    }

    private String openssl(String... arguments) throws Exception {
        var command = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("openssl"), java.util.Arrays.stream(arguments))
                .collect(Collectors.toList());
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
