package org.keyline.capf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.PemKeyFile;

class CapfServiceTest {
    private static final String NAME = "SEP001122334455";
    private static final KeyPair WEAK_KEY = KeyType.RSA_512.generate();

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

    // ---- what is to be done

    @Test
    @Spec({"CAPF-002", "CAPF-011", "CAPF-012", "CAPF-050", "CAPF-060", "CAPF-068"})
    void install_gives_the_phone_a_certificate_for_the_key_it_made_itself() throws Exception {
        node.with(NAME, "certificateOperation", "INSTALL_UPGRADE", "authenticationMode", "BY_NULL_STRING");
        assertThat(node.capf(NAME).operation().pending()).isEqualTo("Install/Upgrade pending");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            var keyRequest = phone.hears();
            assertThat(keyRequest.command()).isEqualTo(3);
            assertThat(keyRequest.number(10)).isEqualTo(2048);
            assertThat(keyRequest.number(17)).isZero();
            phone.sendsKey(TestNode.KEY);
            var lsc = Certificates.parse(TestPhone.der(phone.hears().elements().getOrDefault(4, new byte[0])));
            assertThat(lsc.getPublicKey()).isEqualTo(TestNode.KEY.getPublic());
            lsc.verify(TestNode.CAPF.certificate().getPublicKey());
            assertThat(node.certificates(NAME))
                    .as("not before the phone has it")
                    .isEmpty();

            phone.answers(10, 1);

            assertThat(phone.hearsEnd()).isEqualTo(1);
            assertThat(node.certificates(NAME)).singleElement().satisfies(recorded -> {
                assertThat(recorded.kind()).isEqualTo(PhoneCertificate.Kind.LSC);
                assertThat(recorded.der().bytes()).isEqualTo(Certificates.der(lsc));
            });
        }
        var settings = node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION);
        assertThat(settings.status()).isEqualTo("Install/Upgrade successful");
        assertThat(node.restarted().poll(30, TimeUnit.SECONDS)).isEqualTo(new DeviceName(NAME));
        assertThat(node.alarms()).anyMatch(alarm -> alarm.contains("Install/Upgrade successful"));
    }

    @Test
    @Spec("CAPF-027")
    void while_the_service_is_down_no_operation_is_done_and_none_is_lost() throws Exception {
        node.with(NAME, "certificateOperation", "INSTALL_UPGRADE", "authenticationMode", "BY_NULL_STRING");
        var address = node.address();
        try (var phone = TestPhone.connect(address)) {
            phone.saysName(NAME);
            phone.hears();
            node.service().stop();
            assertThatThrownBy(phone::hears).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> TestPhone.connect(address)).isInstanceOf(IOException.class);
        assertThat(node.capf(NAME).status()).isEqualTo("Install/Upgrade pending");

        node.service().start();

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            finishInstall(phone, TestNode.KEY);
        }
        node.await(NAME, now -> now.status().equals("Install/Upgrade successful"));
    }

    @Test
    @Spec({"CAPF-004", "CAPF-066"})
    void an_upgrade_replaces_the_certificate_with_a_key_of_the_size_asked_for() throws Exception {
        install(TestNode.KEY);
        node.change(NAME, "certificateOperation", "INSTALL_UPGRADE", "keySize", "2048");
        var bigger = KeyType.RSA_2048.generate();

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hears().number(10)).isEqualTo(2048);
            phone.sendsKey(bigger);
            phone.hears();
            phone.answers(10, 1);
            assertThat(phone.hearsEnd()).isEqualTo(1);
        }

        assertThat(node.certificates(NAME))
                .singleElement()
                .satisfies(recorded -> assertThat(
                                Certificates.parse(recorded.der().bytes()).getPublicKey())
                        .isEqualTo(bigger.getPublic()));
    }

    @Test
    @Spec({"CAPF-006", "CAPF-051", "CAPF-053", "CAPF-S06"})
    void delete_forgets_the_lsc_and_only_that() throws Exception {
        install(TestNode.KEY);
        recordMic();
        node.change(NAME, "certificateOperation", "DELETE");

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hears().command()).isEqualTo(13);
            phone.answers(14, 1);
            assertThat(phone.hearsEnd()).isEqualTo(1);
        }

        assertThat(node.certificates(NAME))
                .extracting(PhoneCertificate::kind)
                .containsExactly(PhoneCertificate.Kind.MIC);
        assertThat(node.await(NAME, now -> !now.status().isEmpty()).status()).isEqualTo("Delete Success");
    }

    @Test
    @Spec({"CAPF-005", "CAPF-056"})
    void troubleshoot_fetches_both_certificates_into_two_trace_files() throws Exception {
        var lsc = TestNode.certificate(NAME, TestNode.CAPF).certificate();
        var mic = TestNode.certificate(NAME, TestNode.MANUFACTURER).certificate();
        recordMic();
        node.change(NAME, "certificateOperation", "TROUBLESHOOT");

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hears().command()).isEqualTo(11);
            phone.shows(lsc);
            assertThat(phone.hears().number(3)).isEqualTo(2);
            phone.shows(mic);
            assertThat(phone.hearsEnd()).isZero();
        }

        assertThat(Files.readString(node.traces().resolve(NAME + "-LSC.txt")))
                .contains("CN=" + NAME, "BEGIN CERTIFICATE");
        assertThat(Files.readString(node.traces().resolve(NAME + "-MIC.txt"))).contains("TVS", "BEGIN CERTIFICATE");
        assertThat(node.certificates(NAME)).hasSize(2);
        assertThat(node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION)
                        .status())
                .isEqualTo("Troubleshoot successful");
        assertThat(node.restarted()).as("nothing changed in the phone").isEmpty();
    }

    @Test
    void a_fetched_certificate_of_another_device_is_not_recorded() throws Exception {
        recordMic();
        node.change(NAME, "certificateOperation", "TROUBLESHOOT");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.shows(TestNode.certificate("SEPAABBCCDDEEFF", TestNode.CAPF).certificate());
            phone.hears();
            phone.answers(12, 7);
            assertThat(phone.hearsEnd()).isZero();
        }
        assertThat(node.certificates(NAME))
                .extracting(PhoneCertificate::kind)
                .doesNotContain(PhoneCertificate.Kind.LSC);
    }

    @Test
    @Spec({"CAPF-049", "CAPF-S09"})
    void nothing_pending_ends_at_once_without_a_change() throws Exception {
        node.with(NAME);
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            assertThat(phone.hearsEnd()).isZero();
        }
        assertThat(CertificateOperation.NO_PENDING_OPERATION.label()).isEqualTo("No Pending Operation");
    }

    @Test
    void an_unknown_device_is_told_so() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName("SEPAABBCCDDEEFF");
            assertThat(phone.hearsEnd()).isEqualTo(9);
        }
    }

    @Test
    void a_phone_with_an_older_version_gets_only_what_it_knows() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.sends(2, Map.of(7, new byte[] {2}, 13, (NAME + "\0").getBytes(StandardCharsets.US_ASCII)));
            assertThat(phone.hears().elements()).containsOnlyKeys(10);
        }
    }

    // ---- who the phone is

    @Test
    @Spec({"CAPF-059", "CAPF-076"})
    void the_authentication_string_lets_the_phone_in_once() throws Exception {
        pendingInstall("BY_AUTHENTICATION_STRING", "authenticationString", "48151");
        assertThat(endsAfterString("48152")).isEqualTo(7);
        assertThat(endsAfterName()).as("no string at all").isEqualTo(7);

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysString(NAME, "48151");
            finishInstall(phone, TestNode.KEY);
        }

        assertThat(node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION)
                        .authenticationString())
                .isEmpty();
        node.change(NAME, "certificateOperation", "DELETE", "authenticationString", "16234");
        assertThat(endsAfterString("48151")).as("the string of before").isEqualTo(7);
    }

    @Test
    @Spec({"CAPF-083", "CAPF-P19", "CAPF9-06", "SEC-41"})
    void ten_wrong_strings_in_a_row_make_the_phone_wait_ten_minutes() throws Exception {
        pendingInstall("BY_AUTHENTICATION_STRING", "authenticationString", "48151");
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(endsAfterString("0000")).isEqualTo(7);
        }
        assertThat(node.alarms()).anyMatch(alarm -> alarm.startsWith("CapfLockedOut"));
        assertThat(endsAfterString("48151")).as("the right one, too early").isEqualTo(7);

        node.move(Duration.ofMinutes(9));
        assertThat(endsAfterString("48151")).as("still too early").isEqualTo(7);

        node.move(Duration.ofMinutes(1).plusSeconds(1));
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysString(NAME, "48151");
            finishInstall(phone, TestNode.KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_EXISTING_CERTIFICATE_LSC", "BY_EXISTING_CERTIFICATE_MIC"})
    @Spec({"CAPF-007", "CAPF-022", "CAPF-061", "CAPF-062"})
    void an_lsc_or_a_mic_proves_who_the_phone_is(String mode) throws Exception {
        pendingInstall(mode);
        for (var authority : List.of(TestNode.CAPF, TestNode.MANUFACTURER)) {
            try (var phone = TestPhone.connect(node.address())) {
                phone.showsCertificate(NAME, TestNode.certificate(NAME, authority));
                assertThat(phone.hears().command()).isEqualTo(3);
            }
        }
        assertThat(endsAfterName()).as("neither LSC nor MIC").isEqualTo(7);
    }

    @Test
    void both_the_old_and_the_new_certificate_count_until_the_phone_has_said_which_it_has() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_LSC");
        var old = TestNode.certificate(NAME, TestNode.CAPF);
        KeyMaterial issued;
        try (var phone = TestPhone.connect(node.address())) {
            phone.showsCertificate(NAME, old);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            var lsc = Certificates.parse(TestPhone.der(phone.hears().elements().getOrDefault(4, new byte[0])));
            issued = new KeyMaterial(TestNode.KEY.getPrivate(), lsc);
        } // the connection is lost before STORE_RES

        for (var identity : List.of(old, issued)) {
            try (var phone = TestPhone.connect(node.address())) {
                phone.showsCertificate(NAME, identity);
                assertThat(phone.hears().command()).isEqualTo(3);
            }
        }
        assertThat(node.certificates(NAME)).isEmpty();
        assertThat(node.capf(NAME).operation()).isEqualTo(CertificateOperation.INSTALL_UPGRADE);
    }

    @Test
    void foreign_expired_and_borrowed_certificates_are_refused() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_LSC");
        var long_ago = Clock.fixed(Instant.now().minus(Duration.ofDays(800)), ZoneOffset.UTC);
        var borrowed = TestNode.certificate("SEPAABBCCDDEEFF", TestNode.CAPF);
        for (var identity : List.of(
                TestNode.certificate(NAME, TestNode.STRANGER),
                TestNode.certificate(NAME, TestNode.CAPF, long_ago),
                borrowed)) {
            assertThat(endsAfterProof(TestPhone.proof(NAME, identity.key(), identity.certificate())))
                    .isEqualTo(7);
        }
    }

    @Test
    @Spec("CAPF-007")
    void a_mic_whose_date_is_past_counts_only_where_the_policy_says_so() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_MIC");
        var longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(800)), ZoneOffset.UTC);
        var expired = TestNode.certificate(NAME, TestNode.MANUFACTURER, longAgo);
        var proof = TestPhone.proof(NAME, expired.key(), expired.certificate());

        assertThat(endsAfterProof(proof)).as("off").isEqualTo(7);
        assertThat(node.alarms())
                .anyMatch(alarm -> alarm.startsWith("PeerCertificateRefused")
                        && alarm.contains("peer=" + NAME)
                        && alarm.contains("expired at")
                        && alarm.contains("Expired Manufacturer Certificates"));

        node.set(Kinds.get("enterprise"), "expiredMics", Value.of("ENROLMENT_ONLY"));
        try (var phone = TestPhone.connect(node.address())) {
            phone.sends(2, proof);
            assertThat(phone.hears().command()).as("KEYGEN_REQ").isEqualTo(3);
        }
        node.set(Kinds.get("enterprise"), "expiredMics", Value.of("OFF"));
        assertThat(endsAfterProof(proof)).as("off again").isEqualTo(7);
    }

    @Test
    @Spec("CAPF-007")
    void the_policy_for_expired_mics_forgives_the_date_and_nothing_else() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_MIC");
        node.set(Kinds.get("enterprise"), "expiredMics", Value.of("ENROLMENT_AND_REGISTRATION"));
        var longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(800)), ZoneOffset.UTC);
        for (var wrong : Map.of(
                        "a foreign chain", TestNode.certificate(NAME, TestNode.STRANGER, longAgo),
                        "an expired LSC", TestNode.certificate(NAME, TestNode.CAPF, longAgo),
                        "another's name", TestNode.certificate("SEPAABBCCDDEEFF", TestNode.MANUFACTURER, longAgo))
                .entrySet()) {
            var before = node.alarms().size();
            assertThat(endsAfterProof(TestPhone.proof(
                            NAME, wrong.getValue().key(), wrong.getValue().certificate())))
                    .as(wrong.getKey())
                    .isEqualTo(7);
            assertThat(node.alarms().subList(before, node.alarms().size()))
                    .as(wrong.getKey())
                    .anyMatch(alarm -> alarm.startsWith("PeerCertificateRefused") && alarm.contains(NAME));
        }
        var mic = TestNode.certificate(NAME, TestNode.MANUFACTURER, longAgo).certificate();
        var thief = KeyType.RSA_2048.generate();
        assertThat(endsAfterProof(TestPhone.proof(NAME, thief.getPrivate(), mic)))
                .as("without its key")
                .isEqualTo(7);
    }

    @Test
    void a_certificate_without_its_key_proves_nothing() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_LSC");
        var certificate = TestNode.certificate(NAME, TestNode.CAPF).certificate();
        var thief = KeyType.RSA_2048.generate();
        assertThat(endsAfterProof(TestPhone.proof(NAME, thief.getPrivate(), certificate)))
                .isEqualTo(7);

        var unsigned = new TreeMap<>(TestPhone.proof(NAME, TestNode.KEY.getPrivate(), certificate));
        unsigned.remove(6);
        unsigned.remove(20);
        assertThat(endsAfterProof(unsigned)).as("no signature").isEqualTo(7);

        for (var tag : List.of(6, 20)) {
            var damaged = new TreeMap<>(TestPhone.proof(NAME, TestNode.KEY.getPrivate(), certificate));
            Objects.requireNonNull(damaged.get(tag))[40] ^= 1;
            assertThat(endsAfterProof(damaged)).as("element " + tag).isEqualTo(7);
        }
    }

    @Test
    void sudi_data_must_be_signed_for_this_session() throws Exception {
        pendingInstall("BY_EXISTING_CERTIFICATE_MIC");
        var mic = TestNode.certificate(NAME, TestNode.MANUFACTURER);
        try (var phone = TestPhone.connect(node.address())) {
            var elements = new TreeMap<>(TestPhone.proof(NAME, mic.key(), mic.certificate()));
            elements.put(16, phone.sudi(mic, phone.session()));
            phone.sends(2, elements);
            assertThat(phone.hears().command()).isEqualTo(3);
        }
        try (var phone = TestPhone.connect(node.address())) {
            var elements = new TreeMap<>(TestPhone.proof(NAME, mic.key(), mic.certificate()));
            elements.put(16, phone.sudi(mic, phone.session() - 1));
            phone.sends(2, elements);
            assertThat(phone.hearsEnd()).as("replayed from an earlier session").isEqualTo(7);
        }
    }

    @Test
    void session_ids_are_never_used_twice() throws Exception {
        var seen = new ArrayList<Integer>();
        for (var session = 0; session < 5; session++) {
            try (var phone = TestPhone.connect(node.address())) {
                seen.add(phone.session());
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    // ---- what goes wrong

    @Test
    @Spec("CAPF-067")
    void an_operation_whose_time_is_over_fails() throws Exception {
        var tomorrow = Instant.now().plus(Duration.ofHours(30)).toString().substring(0, 13);
        pendingInstall("BY_NULL_STRING", "operationCompletesBy", tomorrow + ":00Z");
        node.move(Duration.ofHours(31));

        assertThat(endsAfterName()).isEqualTo(7);

        var settings = node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION);
        assertThat(settings.status()).isEqualTo("Install/Upgrade failed");
        assertThat(settings.lscStatus()).isEqualTo("Upgrade Failed");
    }

    @Test
    @Spec("CAPF-P05")
    void a_phone_that_cannot_make_a_key_may_try_again_until_its_attempts_are_used_up() throws Exception {
        pendingInstall("BY_NULL_STRING");
        for (var attempt = 1; attempt <= 3; attempt++) {
            assertThat(node.capf(NAME).operation()).isEqualTo(CertificateOperation.INSTALL_UPGRADE);
            try (var phone = TestPhone.connect(node.address())) {
                phone.saysName(NAME);
                phone.hears();
                phone.answers(4, 7);
                assertThat(phone.hearsEnd()).isEqualTo(7);
            }
        }
        assertThat(node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION)
                        .status())
                .isEqualTo("Install/Upgrade failed");
    }

    @Test
    void a_key_that_was_not_asked_for_is_refused() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(WEAK_KEY);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        assertThat(node.certificates(NAME)).isEmpty();
    }

    @Test
    void a_phone_that_could_not_store_or_delete_keeps_what_it_has() throws Exception {
        install(TestNode.KEY);
        var before = node.certificates(NAME);
        node.change(NAME, "certificateOperation", "INSTALL_UPGRADE");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            phone.hears();
            phone.answers(10, 7);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        assertThat(node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION)
                        .status())
                .isEqualTo("Install/Upgrade failed");

        node.change(NAME, "certificateOperation", "DELETE");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.answers(14, 7);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        assertThat(node.await(NAME, now -> now.operation() == CertificateOperation.NO_PENDING_OPERATION)
                        .status())
                .isEqualTo("Delete failed");
        assertThat(node.certificates(NAME)).isEqualTo(before);
    }

    @Test
    void progress_reports_keep_the_session() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            for (var report = 0; report < 50; report++) {
                phone.sends(17, Map.of());
            }
            phone.sendsKey(TestNode.KEY);
            assertThat(phone.hears().command()).isEqualTo(9);
        }
    }

    @Test
    void messages_may_come_byte_by_byte_or_two_in_one_record() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            var name = Map.of(7, new byte[] {3}, 13, (NAME + "\0").getBytes(StandardCharsets.US_ASCII));
            for (var one : TestPhone.message(2, phone.session(), name)) {
                phone.sendsBytes(new byte[] {one});
            }
            phone.hears();
            var two = new ByteArrayOutputStream();
            two.writeBytes(TestPhone.message(17, phone.session(), Map.of()));
            two.writeBytes(TestPhone.message(
                    4, phone.session(), Map.of(9, TestNode.KEY.getPublic().getEncoded())));
            phone.sendsBytes(two.toByteArray());
            assertThat(phone.hears().command()).isEqualTo(9);
        }
    }

    @Test
    void nonsense_closes_its_own_connection_and_no_other() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var good = TestPhone.connect(node.address())) {
            good.saysName(NAME);
            good.hears();
            for (var nonsense : nonsense()) {
                try (var bad = TestPhone.connect(node.address())) {
                    bad.sendsBytes(nonsense);
                    assertThat(bad.hearsNothingMore()).isTrue();
                }
            }
            try (var bad = TestPhone.connect(node.address())) {
                bad.sendsBytes(TestPhone.message(2, bad.session() + 1, Map.of()));
                assertThat(bad.hearsNothingMore()).as("another session's id").isTrue();
            }
            good.sendsKey(TestNode.KEY);
            assertThat(good.hears().command()).isEqualTo(9);
        }
    }

    private static List<byte[]> nonsense() {
        return List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x55, 2, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff},
                new byte[] {0x55, 2, 0, 0, 0, 0, 0, 4, 1, 0, 9, 1},
                new byte[] {0x56});
    }

    @Test
    void a_message_out_of_turn_ends_the_session() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.answers(10, 1);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        try (var phone = TestPhone.connect(node.address())) {
            phone.sends(99, Map.of());
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        assertThat(node.certificates(NAME)).isEmpty();
    }

    @Test
    void a_phone_that_comes_again_replaces_its_lost_connection() throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var lost = TestPhone.connect(node.address());
                var again = TestPhone.connect(node.address())) {
            lost.saysName(NAME);
            lost.hears();
            again.saysName(NAME);
            assertThat(again.hears().command()).isEqualTo(3);
            assertThat(lost.hearsNothingMore()).isTrue();
        }
    }

    @Test
    @Spec("CAPF-044")
    void service_parameters_take_effect_when_the_service_starts_again() throws Exception {
        node.set(Kinds.get("capf"), "durationOfCertificateValidityYears", Value.of(2));
        install(TestNode.KEY);
        assertThat(validityYears()).isEqualTo(5);

        node.service().stop();
        node.service().start();

        node.change(NAME, "certificateOperation", "INSTALL_UPGRADE");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            finishInstall(phone, TestNode.KEY);
        }
        assertThat(validityYears()).isEqualTo(2);
    }

    @Test
    @Spec("CAPF-012")
    void another_issuer_than_capf_has_the_phone_sign_a_request_and_a_refusal_is_told() throws Exception {
        node.set(Kinds.get("capf"), "certificateAuthorityAddress", Value.of("ca.example"));
        node.set(Kinds.get("capf"), "certificateIssuer", Value.of("MICROSOFT"));
        node.service().stop();
        node.service().start();
        pendingInstall("BY_NULL_STRING");

        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            var request = phone.hears();
            assertThat(request.command()).isEqualTo(5);
            assertThat(request.number(19)).as("SHA-256").isEqualTo(2);
            assertThat(request.elements().getOrDefault(6, new byte[0]))
                    .as("DigestInfo")
                    .hasSize(51);
            phone.answers(6, 7);
            assertThat(phone.hearsEnd()).isEqualTo(7);
        }

        node.await(
                NAME,
                now -> now.status().equals("Install/Upgrade failed: phone cannot sign a request for an external CA"));
    }

    // ---- openssl's view

    @Test
    @Spec("CAPF-012")
    void openssl_verifies_the_issued_certificate() throws Exception {
        install(TestNode.KEY);
        var lsc = Certificates.parse(node.certificates(NAME).getFirst().der().bytes());
        Files.write(folder.resolve("lsc.pem"), PemKeyFile.text(lsc));
        Files.write(folder.resolve("capf.pem"), PemKeyFile.text(TestNode.CAPF.certificate()));

        assertThat(openssl("verify", "-CAfile", "capf.pem", "lsc.pem")).contains("lsc.pem: OK");
        assertThat(openssl("x509", "-in", "lsc.pem", "-noout", "-text", "-nameopt", "RFC2253"))
                .contains("CN=" + NAME, "CA:FALSE", "Digital Signature, Key Encipherment");
    }

    private int validityYears() throws Exception {
        var certificate =
                Certificates.parse(node.certificates(NAME).getFirst().der().bytes());
        var days = Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant())
                .toDays();
        return Math.toIntExact(days / 365);
    }

    private String openssl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private void pendingInstall(String mode, String... more) {
        var fields = new ArrayList<>(List.of("certificateOperation", "INSTALL_UPGRADE", "authenticationMode", mode));
        fields.addAll(List.of(more));
        node.with(NAME, fields.toArray(String[]::new));
    }

    private void install(KeyPair key) throws Exception {
        pendingInstall("BY_NULL_STRING");
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            finishInstall(phone, key);
        }
    }

    private static void finishInstall(TestPhone phone, KeyPair key) throws Exception {
        assertThat(phone.hears().command()).isEqualTo(3);
        phone.sendsKey(key);
        assertThat(phone.hears().command()).isEqualTo(9);
        phone.answers(10, 1);
        assertThat(phone.hearsEnd()).isEqualTo(1);
    }

    private void recordMic() {
        if (node.configuration()
                .snapshots()
                .current()
                .phone(new DeviceName(NAME))
                .isEmpty()) {
            node.with(NAME);
        }
        var mic = Certificates.der(
                TestNode.certificate(NAME, TestNode.MANUFACTURER).certificate());
        node.configuration().phoneCertificates().record(NAME, PhoneCertificate.Kind.MIC, mic);
    }

    private int endsAfterString(String digits) throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysString(NAME, digits);
            return phone.hearsEnd();
        }
    }

    private int endsAfterName() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            return phone.hearsEnd();
        }
    }

    private int endsAfterProof(Map<Integer, byte[]> elements) throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.sends(2, elements);
            return phone.hearsEnd();
        }
    }
}
