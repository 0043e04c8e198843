package org.keyline.capf.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.capf.TestNode;
import org.keyline.capf.TestPhone;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.spec.Spec;

/** Each error code as it comes into the CAPF log, caused by a phone at the real port. */
class CapfLogTest {
    private static final String NAME = "SEP001122334455";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        node = new TestNode(folder);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void pending(String operation, String mode, String... more) {
        var fields = new java.util.ArrayList<>(List.of("certificateOperation", operation, "authenticationMode", mode));
        fields.addAll(List.of(more));
        node.with(NAME, fields.toArray(String[]::new));
    }

    /** Waits for the line of this code about the phone. */
    private void logs(String code) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!logged().contains(" " + code + " " + NAME + ": ")) {
            assertThat(System.nanoTime()).as("'%s' in %s", code, logged()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private String logged() throws Exception {
        var file = node.traces().resolve("capf.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void says(Map<Integer, byte[]> elements) throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.sends(2, elements);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
    }

    @Test
    @Spec({"SEC-52", "MSG-40"})
    void an_installed_certificate_is_code_0() throws Exception {
        pending("INSTALL_UPGRADE", "BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            phone.hears();
            phone.answers(10, 1);
            assertThat(phone.hearsEnd()).isEqualTo(1);
        }
        logs("0 CAPF_OP_SUCCESS /*Success */");
        assertThat(logged()).contains("Install/Upgrade successful");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(node.traces().resolve("capf.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Spec({"SEC-52", "MSG-41"})
    void a_phone_without_any_certificate_to_fetch_is_code_1() throws Exception {
        pending("TROUBLESHOOT", "BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.answers(12, 7);
            phone.hears();
            phone.answers(12, 7);
            assertThat(phone.hearsEnd()).isZero();
        }
        logs("1 CAPF_FETCH_SUCCESS_BUT_NO_CERT /* Fetch is successful; however there is no cert */");
    }

    @Test
    @Spec({"SEC-52", "MSG-42"})
    void a_phone_that_cannot_store_its_certificate_is_code_2() throws Exception {
        pending("INSTALL_UPGRADE", "BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            phone.hears();
            phone.answers(10, 7);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        logs("2 CAPF_OP_FAIL /* Fail */");
    }

    @Test
    @Spec({"SEC-52", "MSG-43", "CAPF9-03"})
    void a_wrong_string_is_code_3_and_stands_nowhere_in_the_log() throws Exception {
        pending("INSTALL_UPGRADE", "BY_AUTHENTICATION_STRING", "authenticationString", "48151");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysString(NAME, "99887766");
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        logs("3 CAPF_OP_FAIL_INVALID_AUTH_STR /* Invalid Authentication string */");
        assertThat(logged()).doesNotContain("48151", "99887766");
    }

    @Test
    @Spec({"SEC-52", "MSG-44"})
    void an_lsc_that_does_not_count_is_code_4() throws Exception {
        pending("INSTALL_UPGRADE", "BY_EXISTING_CERTIFICATE_LSC");
        var longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(800)), ZoneOffset.UTC);
        for (var lsc : List.of(
                TestNode.certificate(NAME, TestNode.STRANGER), TestNode.certificate(NAME, TestNode.CAPF, longAgo))) {
            says(TestPhone.proof(NAME, lsc.key(), lsc.certificate()));
        }
        logs("4 CAPF_OP_FAIL_INVALID_LSC /* Invalid LSC */");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!logged().contains("not an accepted issuer") || !logged().contains("expired at")) {
            assertThat(System.nanoTime()).as("both reasons in %s", logged()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    @Spec({"SEC-52", "MSG-45"})
    void a_mic_that_does_not_count_is_code_5() throws Exception {
        pending("INSTALL_UPGRADE", "BY_EXISTING_CERTIFICATE_MIC");
        var longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(800)), ZoneOffset.UTC);
        var mic = TestNode.certificate(NAME, TestNode.MANUFACTURER, longAgo);
        var proof = new TreeMap<>(TestPhone.proof(NAME, mic.key(), mic.certificate()));
        java.util.Objects.requireNonNull(proof.get(4))[4] = 2;
        says(proof);
        logs("5 CAPF_OP_FAIL_INVALID_MIC, /* Invalid MIC */");
    }

    @Test
    @Spec({"SEC-52", "MSG-46"})
    void a_phone_that_proves_nothing_is_code_6() throws Exception {
        pending("INSTALL_UPGRADE", "BY_EXISTING_CERTIFICATE_LSC");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        logs("6 CAPF_OP_FAIL_INVALID_CRENDENTIALS, /* Invalid credential */");
    }

    @Test
    @Spec({"SEC-52", "MSG-47"})
    void a_phone_that_is_lost_on_the_way_is_code_7() throws Exception {
        pending("INSTALL_UPGRADE", "BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hears().command()).isEqualTo(3);
        }
        logs("7 CAPF_OP_FAIL_PHONE_COMM_ERROR, /* Phone Communication Failure*/");
        assertThat(node.capf(NAME).operation()).as("it may come again").isEqualTo(CertificateOperation.INSTALL_UPGRADE);
    }

    @Test
    @Spec({"SEC-52", "MSG-48", "CAPF-067"})
    void a_phone_that_comes_by_itself_after_the_deadline_is_code_8() throws Exception {
        pending("INSTALL_UPGRADE", "BY_NULL_STRING");
        node.move(Duration.ofDays(11));
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        logs("8 CAPF_OP_FAIL_OP_TIMED_OUT, /* Operation timeout */");
    }

    @Test
    @Spec({"SEC-52", "MSG-49", "CAPF-P10"})
    void a_user_who_types_the_string_after_the_deadline_is_code_11() throws Exception {
        pending("INSTALL_UPGRADE", "BY_AUTHENTICATION_STRING", "authenticationString", "48151");
        node.move(Duration.ofDays(11));
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysString(NAME, "48151");
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        logs("11 CAPF_OP_FAIL_LATE_REQUEST /* User Initiated Request Late */");
    }

    @Test
    void the_log_is_bounded_and_what_phones_say_stays_on_its_line() throws Exception {
        var directory = folder.resolve("bounded");
        var log = new CapfLog(directory, Clock.systemUTC());
        var long_ = "x".repeat(100_000);
        for (var line = 0; line < 25; line++) {
            log.write("SEP\n0 forged", long_, CapfCode.FAIL);
        }
        var file = directory.resolve("capf.log");
        assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20);
        assertThat(Files.size(directory.resolve("capf.log.1"))).isLessThanOrEqualTo(1 << 20);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.contains("2 CAPF_OP_FAIL /* Fail */ SEP 0 forged"));
    }
}
