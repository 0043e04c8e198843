package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.lab.authority.EstServer;
import org.keyline.lab.authority.LabAuthority;
import org.keyline.lab.authority.LabAuthority.Manner;
import org.keyline.lab.authority.ScepResponder;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.capf.CapfManners.Signing;
import org.keyline.node.life.NodeJava;
import org.keyline.spec.Spec;

/** Phones whose certificates an authority elsewhere issues: CAPF asks on their behalf, the phones sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalIssuerTest {
    private static final String SECRET = "s3same-0pen";

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002").model("6921").with("keySize: EC_P256"),
                    Desk.of("carol", "2003"),
                    Desk.of("dave", "2004"),
                    Desk.encrypted("erin", "2005"));

    private LabAuthority authority = authority();
    private ScepResponder scep = scep(authority);
    private EstServer est = est(authority);

    @BeforeAll
    void the_administrator_chooses_the_issuer() throws Exception {
        choose("KEON", "keonJurisdictionId: \"4d5f12\"", "scepPort: " + scep.port());
    }

    @BeforeEach
    void the_authority_is_good() {
        authority.answering(Manner.GRANTS);
    }

    @AfterAll
    void close() {
        scep.close();
        est.close();
    }

    @Test
    @Spec({"CAPF-003", "CAPF-012", "CAPF-029", "CAPF-030", "CAPF-P01", "CAPF-P06", "CAPF-P07", "CAPF-P08"})
    void phones_sign_requests_enrol_with_the_authority_register_over_tls_and_talk() {
        var phones = SITE.boot("alice", "bob");
        var alice = phones.getFirst();
        var bob = phones.getLast();

        for (var phone : phones) {
            var lsc = phone.flash().lsc().orElseThrow().certificate();
            assertThat(lsc.getIssuerX500Principal())
                    .isEqualTo(authority.certificate().getSubjectX500Principal());
            assertThat(phone.phone().cipherSuite()).contains("AES");
        }
        assertThat(SITE.configured("alice", "operationStatus")).isEqualTo("Install/Upgrade successful");
        alice.dials("2002");
        bob.rings().answers();
        alice.hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"REFUSES", "SIGNS_WRONGLY", "HANGS_UP"})
    void a_phone_that_cannot_sign_keeps_what_it_has_and_the_status_says_why(Signing signing) throws Exception {
        var asked = authority.requests().size();
        SITE.sets("carol", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING");
        var carol = SITE.owns(SITE.phone("carol")
                        .capf(CapfManners.USUAL.pausing(Duration.ofMillis(200)).signing(signing))
                        .build())
                .boots();

        awaitsStatus("carol", "Install/Upgrade failed: phone cannot sign a request for an external CA");
        assertThat(authority.requests()).hasSize(asked);
        assertThat(carol.flash().lsc()).isEmpty();
        assertThat(log())
                .contains(
                        "2 CAPF_OP_FAIL", carol.deviceName() + ": The phone cannot sign a request for an external CA");
    }

    @Test
    @Spec("CAPF-031")
    void when_the_authority_fails_the_phone_keeps_its_certificate_and_the_status_says_why() throws Exception {
        SITE.sets("dave", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING");
        var dave = SITE.boots("dave").hasEnrolled().hasLsc();
        awaitsStatus("dave", "Install/Upgrade successful");
        dave.awaits("to come back with its certificate", _ -> Site.registrations(dave) == 2)
                .isRegistered();
        var first = dave.flash().lsc().orElseThrow().certificate();

        upgrades(dave, Manner.REJECTS, "Install/Upgrade failed: the CA refused the request");
        upgrades(dave, Manner.MISTAKES_THE_KEY, "Install/Upgrade failed: the CA issued an unusable certificate");
        upgrades(dave, Manner.BABBLES, "Install/Upgrade failed: the CA answered nonsense");

        assertThat(dave.flash().lsc().orElseThrow().certificate()).isEqualTo(first);
        assertThat(log())
                .contains("2 CAPF_OP_FAIL", "The authority refused the request")
                .doesNotContain(SECRET);
        assertThat(SITE.node().alarms().newest(200).toString()).doesNotContain(SECRET);
    }

    @Test
    @Spec({"CAPF-012", "CAPF-028", "CAPF-P01"})
    void another_issuer_is_chosen_and_the_certificates_of_the_former_one_still_count() throws Exception {
        var alice = SITE.owns(SITE.phone("alice").build());
        alice.boots();

        choose("EST", "estPort: " + est.port(), "certificateAuthorityUser: capf");
        var erin = SITE.boots("erin");
        assertThat(erin.flash().lsc().orElseThrow().certificate().getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());

        choose("CAPF", "durationOfCertificateValidityYears: 5");
        SITE.sets("erin", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_EXISTING_CERTIFICATE_LSC");
        SITE.owns(SITE.phone("erin").build()).boots();
        awaitsStatus("erin", "Install/Upgrade successful");
        SITE.boots("alice");

        var microsoft = ScepResponder.open(authority, "/certsrv/mscep/mscep.dll");
        try (microsoft) {
            choose("MICROSOFT", "scepPort: " + microsoft.port());
            SITE.sets("erin", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING");
            var asked = authority.requests().size();
            SITE.boots("erin");
            awaitsStatus("erin", "Install/Upgrade successful");
            assertThat(authority.requests()).hasSizeGreaterThan(asked);
        } finally {
            choose("KEON", "scepPort: " + scep.port());
        }
    }

    @Test
    void the_test_command_shows_the_authority_and_says_what_is_wrong() throws Exception {
        var shown = authority.fingerprint();
        assertThat(tests())
                .contains(
                        "exit 0",
                        "Asking SCEP at http://127.0.0.1:" + scep.port() + "/4d5f12/pkiclient.exe",
                        shown,
                        "This is the configured authority.");

        imports("certificateAuthorityFingerprint: \""
                + shown.replace(shown.charAt(0), 'A').replace('B', 'C') + "\"");
        assertThat(tests()).contains("exit 1", shown, "No request is sent to it.");

        imports("certificateAuthorityFingerprint: \"" + shown + "\"", "certificateAuthorityPath: /elsewhere");
        assertThat(tests()).contains("exit 1", "HTTP status 404", "capf.certificateAuthorityPath right");

        imports("certificateAuthorityPath: \"\"", "scepPort: 1");
        assertThat(tests()).contains("exit 1", "cannot be reached", "capf.certificateAuthorityAddress");

        imports("certificateIssuer: EST", "estPort: " + est.port());
        assertThat(tests()).contains("exit 0", "Asking EST at https://127.0.0.1:", "This is the configured authority.");

        imports("certificateIssuer: CAPF");
        assertThat(tests()).contains("exit 0", "no authority is asked");
        imports("certificateIssuer: KEON", "scepPort: " + scep.port());
    }

    private static void imports(String... fields) {
        SITE.imports("keyline: 1\ncapf:\n  " + String.join("\n  ", fields) + "\n");
    }

    private static String tests() throws Exception {
        var said = NodeJava.run("cert", "ca", "test", "--data=" + SITE.data());
        assertThat(said.out() + said.err()).doesNotContain(SECRET);
        return said.out() + said.err() + "exit " + said.code();
    }

    private void upgrades(LabPhone phone, Manner manner, String status) {
        authority.answering(manner);
        SITE.sets("dave", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING");
        Await.until(
                "the phone to be there and reset",
                () -> SITE.node().registrations().devices(),
                () -> SITE.node().devices().reset(Site.device("dave"), Reset.Kind.RESET));
        awaitsStatus("dave", status);
        phone.isRegistered();
    }

    private void choose(String issuer, String... fields) throws Exception {
        SITE.imports("keyline: 1\ncapf:\n  certificateIssuer: " + issuer
                + "\n  certificateAuthorityAddress: 127.0.0.1\n  certificateAuthorityFingerprint: \""
                + authority.fingerprint() + "\"\n  certificateAuthorityPassword: \"" + SECRET + "\"\n  "
                + String.join("\n  ", fields) + "\n");
        SITE.restarts(_ -> {});
    }

    private static void awaitsStatus(String person, String status) {
        Await.until(
                "the status \"" + status + "\"",
                () -> SITE.configured(person, "operationStatus"),
                () -> SITE.configured(person, "operationStatus").equals(status));
    }

    private static String log() throws IOException {
        return Files.readString(SITE.data().resolve("trace").resolve("capf").resolve("capf.log"));
    }

    private static LabAuthority authority() {
        try {
            return LabAuthority.called("Enterprise CA").wanting(SECRET);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScepResponder scep(LabAuthority authority) {
        try {
            return ScepResponder.open(authority, "/4d5f12/pkiclient.exe");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EstServer est(LabAuthority authority) {
        try {
            return EstServer.open(authority);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
