package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.node.life.NodeJava;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.lsc.LscIssuer;

/** A site that comes from the CAPF utility 1.0: its phones hold certificates that the utility issued. */
class FormerCapfTest {
    private static final KeyMaterial FORMER = new CertificateProfile(Clock.systemUTC())
            .create(
                    CertificatePurpose.CAPF,
                    new NodeIdentity("oldpub", List.of(InetAddress.getLoopbackAddress()), "Lab"),
                    KeyType.RSA_2048);

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.of("alice", "2001").with("securityMode: ENCRYPTED"),
                    Desk.of("bob", "2002")
                            .with(
                                    "securityMode: ENCRYPTED",
                                    "certificateOperation: INSTALL_UPGRADE",
                                    "authenticationMode: BY_EXISTING_CERTIFICATE_LSC"));

    @TempDir
    private Path folder;

    @Test
    @Spec({"CAPF-034", "CAPF-035", "CAPF-036", "CAPF-038", "CAPF-039", "CAPF-040", "CAPF9-14", "BR-17"})
    void its_data_is_taken_over_and_the_certificates_in_the_phones_stay_valid() throws Exception {
        var name = Desk.device("alice");
        Files.write(folder.resolve("CAPF-0a1b2c3d.0"), PemKeyFile.text(FORMER.certificate()));
        Files.writeString(
                folder.resolve("CAPF.phone"), name + ",135790,install,success\nSEPAABBCCDDEEFF,success\nwhat?\n");
        Files.writeString(folder.resolve("CAPF.config"), "Validity = 7\n");

        var would = imports("--dry-run");
        assertThat(would)
                .contains(
                        "Would import: 1 issuers, 1 phones, 1 settings; 2 not taken over. Nothing was changed.",
                        name + ": Install/Upgrade successful",
                        "CAPF.phone, line 2: this phone is not configured here",
                        "SEPAABBCCDDEEFF",
                        "CAPF.phone, line 3: a field is neither");
        assertThat(SITE.configured("alice", "operationStatus")).isEmpty();

        var done = imports();
        assertThat(done)
                .contains(
                        "Imported: 1 issuers, 1 phones, 1 settings; 2 not taken over.",
                        "Now update the CTL file",
                        "uninstall the old utility");
        assertThat(SITE.configured("alice", "operationStatus")).isEqualTo("Install/Upgrade successful");
        assertThat(imports()).contains("Imported: 0 issuers, 0 phones, 0 settings; 2 not taken over.");

        var key = KeyType.RSA_2048.generate();
        var lsc = new LscIssuer(FORMER, 5).issue(name, key.getPublic(), KeyType.RSA_2048);
        var flash = new Flash();
        flash.storeLsc(new PhoneIdentity(key.getPrivate(), lsc));
        var alice = SITE.owns(SITE.phone("alice").flash(flash).build()).boots();
        assertThat(alice.phone().cipherSuite()).contains("AES");
        assertThat(alice.flash().lsc().orElseThrow().certificate()).isEqualTo(lsc);
    }

    @Test
    @Spec({"CAPF-085", "CAPF9-07", "SEC-42", "BR-17"})
    void a_certificate_of_an_issuer_unknown_here_or_one_that_is_over_is_refused_and_the_traces_say_why()
            throws Exception {
        var bob = Desk.device("bob");
        for (var identity : List.of(Certificate.foreign(bob), Certificate.expired(SITE.data(), bob))) {
            var flash = new Flash();
            flash.storeLsc(identity);
            var phone = SITE.owns(SITE.phone("bob").flash(flash).build());
            phone.powersOn();

            var reason = identity.certificate().getNotAfter().toInstant().isBefore(java.time.Instant.now())
                    ? "expired at"
                    : "is not an accepted issuer";
            Await.until(
                    "the refusal at CAPF",
                    () -> log(),
                    () -> log().contains("4 CAPF_OP_FAIL_INVALID_LSC") && log().contains(reason));
            Await.until(
                    "the alarm",
                    SITE::alarms,
                    () -> SITE.alarms().stream()
                            .anyMatch(alarm -> alarm.alarm().equals(AlarmCatalogue.CERTIFICATE_REFUSED)
                                    && alarm.parameters()
                                            .getOrDefault("reason", "")
                                            .contains(reason)));
            assertThat(SITE.node().registrations().devices()).isEmpty();
            phone.close();
        }
    }

    private static String log() {
        try {
            var file = SITE.data().resolve("trace").resolve("capf").resolve("capf.log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In a process of its own, as an administrator does it. */
    private String imports(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("capf", "import", "--data=" + SITE.data(), "--from=" + folder));
        arguments.addAll(List.of(more));
        var said = NodeJava.run(arguments.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }
}
