package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.keyline.config.TestConfigurations.ADMIN;
import static org.keyline.config.TestConfigurations.addPhone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.certificates.PhoneCertificate.Kind;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.spec.Spec;

@ParameterizedClass
@EnumSource(Where.class)
class CapfOutcomesTest {
    private static final String SEP = "SEP001122334455";

    private final Where where;
    private Configuration configuration;

    @TempDir
    private Path directory;

    CapfOutcomesTest(Where where) {
        this.where = where;
    }

    @BeforeEach
    void open() {
        configuration = Place.fresh(where, directory.resolve("data")).open();
        TestConfigurations.basics(configuration);
        addPhone(configuration, SEP, "2001");
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Spec({"CAPF-068", "CAPF-S07", "CAPF-P17", "CAPF-P10"})
    @Test
    void a_new_operation_is_pending_until_the_enterprise_parameter_says_it_expires() {
        pending("INSTALL_UPGRADE");

        assertThat(phone().text("operationStatus")).isEqualTo("Install/Upgrade pending");
        var deadline = TestConfigurations.CLOCK.instant().plus(Duration.ofDays(10));
        assertThat(phone().value("operationCompletesBy")).contains(new Value.Moment(deadline));
        assertThat(capf().lscStatus()).isEqualTo("Operation Pending");

        pending("NO_PENDING_OPERATION");
        assertThat(phone().text("operationStatus")).isEmpty();
        var byHand = Map.<String, Value>of("operationStatus", Value.of("Install/Upgrade successful"));
        assertThat(configuration.store().change(Kinds.PHONE, SEP, byHand, ADMIN))
                .isInstanceOf(SaveResult.Invalid.class);
    }

    @Spec({"CAPF-068", "CAPF-076", "CAPF-P13"})
    @Test
    void an_installed_certificate_ends_the_operation_and_uses_up_the_string_in_one_step() throws Exception {
        var byString = Map.<String, Value>of(
                "certificateOperation", Value.of("INSTALL_UPGRADE"),
                "authenticationMode", Value.of("BY_AUTHENTICATION_STRING"),
                "authenticationString", Value.of("123456"));
        configuration.store().change(Kinds.PHONE, SEP, byString, ADMIN).orThrow();
        var der = certificate(SEP);
        long before = configuration.store().revision();

        configuration.capfOutcomes().installed(SEP, der).orThrow();

        assertThat(configuration.store().revision()).isEqualTo(before + 1);
        assertThat(phone().text("operationStatus")).isEqualTo("Install/Upgrade successful");
        assertThat(phone().text("certificateOperation")).isEqualTo("NO_PENDING_OPERATION");
        assertThat(phone().value("authenticationString")).isEmpty();
        assertThat(phone().value("operationCompletesBy")).isEmpty();
        assertThat(capf().lscStatus()).isEqualTo("Success");
        var lsc = configuration.phoneCertificates().find(SEP, Kind.LSC).orElseThrow();
        assertThat(lsc.der().bytes()).isEqualTo(der);
        assertThat(lsc.subject()).isEqualTo("CN=" + SEP);
        assertThat(lsc.md5()).hasSize(32);
        assertThat(configuration.phoneCertificates().withFingerprint(lsc.sha256()))
                .contains(lsc);
    }

    @Spec({"CAPF-051", "CAPF-053", "CAPF-S06"})
    @Test
    void deleting_takes_the_lsc_and_never_the_mic() throws Exception {
        configuration.phoneCertificates().record(SEP, Kind.LSC, certificate(SEP));
        configuration.phoneCertificates().record(SEP, Kind.MIC, certificate("CP-7962G-" + SEP));
        pending("DELETE");

        configuration.capfOutcomes().deleted(SEP).orThrow();

        assertThat(phone().text("operationStatus")).isEqualTo("Delete Success");
        assertThat(configuration.phoneCertificates().of(SEP))
                .singleElement()
                .satisfies(left -> assertThat(left.kind()).isEqualTo(Kind.MIC));
    }

    @Test
    void troubleshooting_records_the_certificates_the_phone_sent() throws Exception {
        pending("TROUBLESHOOT");

        configuration
                .capfOutcomes()
                .fetched(SEP, Map.of(Kind.MIC, certificate(SEP)))
                .orThrow();

        assertThat(phone().text("operationStatus")).isEqualTo("Troubleshoot successful");
        assertThat(configuration.phoneCertificates().list()).hasSize(1);
    }

    @Spec("CAPF-S08")
    @ParameterizedTest
    @CsvSource({
        "INSTALL_UPGRADE,Install/Upgrade failed,Upgrade Failed",
        "DELETE,Delete failed,Delete Failed",
        "TROUBLESHOOT,Troubleshoot failed,Troubleshoot Failed"
    })
    void a_failed_operation_shows_in_operation_status_and_lsc_status(
            String operation, String status, String lscStatus) {
        pending(operation);

        configuration
                .capfOutcomes()
                .failed(SEP, CertificateOperation.valueOf(operation))
                .orThrow();

        assertThat(phone().text("operationStatus")).isEqualTo(status);
        assertThat(capf().lscStatus()).isEqualTo(lscStatus);
    }

    @Test
    void the_outcome_of_a_phone_that_was_removed_is_refused_and_leaves_no_certificate() throws Exception {
        configuration.store().remove(Kinds.PHONE, SEP, ADMIN).orThrow();

        assertThat(configuration.capfOutcomes().installed(SEP, certificate(SEP)))
                .isInstanceOf(SaveResult.Invalid.class);
        assertThat(configuration.phoneCertificates().list()).isEmpty();
    }

    @Test
    void bytes_that_are_no_certificate_are_not_recorded() {
        var certificates = configuration.phoneCertificates();

        assertThatIllegalArgumentException().isThrownBy(() -> certificates.record(SEP, Kind.LSC, new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> certificates.record(SEP, Kind.LSC, new byte[100_000]));
        assertThat(certificates.list()).isEmpty();
    }

    @Spec({"CAPF-087", "CAPF-M01", "CAPF-M02", "CAPF-M04", "CAPF-M06", "CAPF-M08"})
    @Test
    void the_store_refuses_strings_and_deadlines_with_the_messages_of_the_spec() {
        assertThat(refusal("authenticationString", Value.of("12ab"))).isEqualTo("capf.M01");
        assertThat(refusal("authenticationString", Value.of("123"))).isEqualTo("capf.M02");
        assertThat(refusal("operationCompletesBy", moment("2025-01-01T00:00:00Z")))
                .isEqualTo("capf.M04");
        assertThat(refusal("operationCompletesBy", moment("2026-07-14T23:00:00Z")))
                .isEqualTo("capf.M06");
        assertThat(refusal("operationCompletesBy", moment("2026-07-15T11:00:00Z")))
                .isEqualTo("capf.M08");
        assertThat(refusal("certificateOperation", "authenticationMode")).isEqualTo("problem.stringNeeded");
    }

    private static Value moment(String text) {
        return new Value.Moment(java.time.Instant.parse(text));
    }

    private String refusal(String field, Value value) {
        return message(Map.of(field, value));
    }

    private String refusal(String operation, String mode) {
        return message(Map.of(operation, Value.of("DELETE"), mode, Value.of("BY_AUTHENTICATION_STRING")));
    }

    private String message(Map<String, Value> values) {
        var result = configuration.store().change(Kinds.PHONE, SEP, values, ADMIN);
        assertThat(result).isInstanceOf(SaveResult.Invalid.class);
        return ((SaveResult.Invalid) result).problems().getFirst().message();
    }

    @Spec({"CAPF-052", "PH-019"})
    @Test
    void a_phone_without_mic_is_warned_when_its_secure_mode_needs_a_certificate() throws Exception {
        var secure = Map.<String, Value>of("model", Value.of("7960"), "securityMode", Value.of("ENCRYPTED"));
        assertThat(notices(secure)).containsExactly("notice.certificateNeeded");

        configuration.phoneCertificates().record(SEP, Kind.LSC, certificate("CAPF-0a1b2c3d"));
        assertThat(notices(Map.of("description", Value.of("has its LSC now")))).isEmpty();
        assertThat(notices(Map.of("certificateOperation", Value.of("DELETE")))).containsExactly("notice.deleteGuard");
        assertThat(notices(Map.of("securityMode", Value.of("NON_SECURE")))).isEmpty();
    }

    @Spec("CAPF-055")
    @Test
    void who_deletes_a_certificate_of_another_authority_is_told_that_it_must_be_revoked_there() throws Exception {
        configuration.phoneCertificates().record(SEP, Kind.LSC, certificate("Enterprise CA"));
        assertThat(notices(Map.of("certificateOperation", Value.of("DELETE")))).contains("notice.revoke");

        configuration.phoneCertificates().record(SEP, Kind.LSC, certificate("CAPF-0a1b2c3d"));
        assertThat(notices(Map.of("description", Value.of("its own CAPF now")))).doesNotContain("notice.revoke");
    }

    private List<String> notices(Map<String, Value> values) {
        return configuration.store().change(Kinds.PHONE, SEP, values, ADMIN).orThrow().notices().stream()
                .map(notice -> notice.message())
                .toList();
    }

    private void pending(String operation) {
        configuration
                .store()
                .change(Kinds.PHONE, SEP, Map.of("certificateOperation", Value.of(operation)), ADMIN)
                .orThrow();
    }

    private ConfigObject phone() {
        return configuration.store().find(Kinds.PHONE, SEP).orElseThrow();
    }

    private CapfSettings capf() {
        return configuration
                .snapshots()
                .current()
                .phone(new DeviceName(SEP))
                .orElseThrow()
                .capf();
    }

    /** A self-signed certificate made by openssl. */
    private byte[] certificate(String name) throws IOException, InterruptedException {
        var out = directory.resolve(name + ".der");
        var process = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "/dev/null",
                        "-subj",
                        "/CN=" + name,
                        "-days",
                        "30",
                        "-outform",
                        "DER",
                        "-out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("openssl.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as("openssl: %s", Files.readString(directory.resolve("openssl.txt")))
                .isZero();
        return Files.readAllBytes(out);
    }
}
