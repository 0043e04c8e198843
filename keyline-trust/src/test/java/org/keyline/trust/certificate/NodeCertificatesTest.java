package org.keyline.trust.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.spec.Spec;
import org.keyline.trust.workbench.JavaProcess;
import org.keyline.trust.workbench.OpenSsl;

class NodeCertificatesTest {
    private static final NodeIdentity NODE = node("ccm1.lab");

    @TempDir
    static Path prepared;

    @TempDir
    Path directory;

    /** Making four keys takes a second; all tests but those about a fresh directory start with a copy. */
    @BeforeAll
    static void prepare() throws IOException {
        NodeCertificates.openOrCreate(prepared, NODE);
    }

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.list(prepared)) {
            for (var file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    @Spec("PH-003")
    void a_fresh_directory_gets_a_self_signed_certificate_for_each_purpose() throws Exception {
        var certificates =
                NodeCertificates.openOrCreate(directory.resolve("fresh"), NODE).certificates();

        assertThat(certificates.keySet()).containsExactly(CertificatePurpose.values());
        for (var certificate : certificates.values()) {
            certificate.verify(certificate.getPublicKey());
        }
        assertThat(certificates.values())
                .extracting(DistinguishedNameText::subject)
                .doesNotHaveDuplicates();
        assertThat(certificates.values())
                .extracting(one -> one.getSerialNumber())
                .doesNotHaveDuplicates();
    }

    @Test
    @Spec("PH-004")
    void what_is_there_is_never_made_anew() throws Exception {
        var first = NodeCertificates.openOrCreate(directory, NODE).certificates();

        var later =
                NodeCertificates.openOrCreate(directory, node("renamed.lab")).certificates();

        assertThat(later).isEqualTo(first);
    }

    @Test
    void only_what_is_missing_is_created() throws Exception {
        var first = NodeCertificates.openOrCreate(directory, NODE).certificates();
        Files.delete(directory.resolve(CertificatePurpose.HTTPS.keyFileName()));

        var later = NodeCertificates.openOrCreate(directory, NODE).certificates();

        assertThat(later.get(CertificatePurpose.HTTPS)).isNotEqualTo(first.get(CertificatePurpose.HTTPS));
        assertThat(later.get(CertificatePurpose.CAPF)).isEqualTo(first.get(CertificatePurpose.CAPF));
    }

    @Test
    void keys_are_for_the_owner_only() throws Exception {
        var home = directory.resolve("fresh");
        NodeCertificates.openOrCreate(home, NODE);

        assertThat(mode(home)).isEqualTo("rwx------");
        for (var purpose : CertificatePurpose.values()) {
            assertThat(mode(home.resolve(purpose.keyFileName()))).isEqualTo("rw-------");
            assertThat(mode(home.resolve(purpose.publicFileName()))).isEqualTo("r--r--r--");
        }
    }

    @Test
    @Spec({"CAPF-008", "CAPF-010", "CAPF9-08", "CAPF9-10", "SEC-43"})
    void the_capf_certificate_lies_there_in_der_and_as_pem_named_after_its_common_name() throws Exception {
        var certificate = NodeCertificates.openOrCreate(directory, NODE)
                .of(CertificatePurpose.CAPF)
                .certificate();

        var name = DistinguishedNameText.commonName(certificate.getSubjectX500Principal())
                .orElseThrow();
        assertThat(name).matches("CAPF-[0-9a-f]{8}");
        assertThat(Files.readAllBytes(directory.resolve("CAPF.cer"))).isEqualTo(certificate.getEncoded());
        assertThat(OpenSsl.text("x509", "-in", directory.resolve(name + ".0"), "-noout", "-fingerprint"))
                .isEqualTo(OpenSsl.text(
                        "x509", "-inform", "DER", "-in", directory.resolve("CAPF.cer"), "-noout", "-fingerprint"));
    }

    @ParameterizedTest
    @EnumSource
    void openssl_sees_the_profile_that_phones_accept(CertificatePurpose purpose) throws Exception {
        NodeCertificates.openOrCreate(directory, NODE);

        var text = OpenSsl.text("x509", "-in", directory.resolve(purpose.keyFileName()), "-noout", "-text");

        assertThat(text)
                .contains("Version: 3", "Public-Key: (2048 bit)", "sha256WithRSAEncryption")
                .containsPattern("Basic Constraints: critical\\s+CA:TRUE, pathlen:0")
                .containsPattern(
                        "Key Usage: critical\\s+Digital Signature, Key Encipherment, Data Encipherment, Certificate Sign, CRL Sign")
                .containsPattern(
                        "TLS Web Server Authentication, TLS Web Client Authentication, (IPSec End System|ipsec Internet)?")
                .contains("Subject Key Identifier", "DNS:ccm1.lab", "O = Lab", "OU = " + purpose.unit());
        assertThat(OpenSsl.text(
                        "verify",
                        "-CAfile",
                        directory.resolve(purpose.keyFileName()),
                        directory.resolve(purpose.keyFileName())))
                .contains("OK");
    }

    @Test
    void the_https_certificate_is_good_for_localhost_and_the_nodes_addresses() throws Exception {
        NodeCertificates.openOrCreate(directory, NODE);
        var file = directory.resolve("https.pem");

        for (var host : List.of("localhost", "ccm1.lab")) {
            assertThat(OpenSsl.text("x509", "-in", file, "-noout", "-checkhost", host))
                    .contains("does match");
        }
        for (var address : List.of("127.0.0.1", "::1", "10.0.0.1")) {
            assertThat(OpenSsl.text("x509", "-in", file, "-noout", "-checkip", address))
                    .contains("does match");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 100, 1000, 1700, 1720, 2500})
    void a_cut_off_key_file_is_named_with_what_to_do(int length) throws Exception {
        NodeCertificates.openOrCreate(directory, NODE);
        var file = directory.resolve("capf.pem");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE))
                .isInstanceOf(UnusableKeyFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Restore it from a backup");
    }

    @Test
    void a_key_that_does_not_belong_to_the_certificate_is_refused() throws Exception {
        var certificates = NodeCertificates.openOrCreate(directory, NODE);
        var mixed = new KeyMaterial(
                certificates.of(CertificatePurpose.CAPF).key(),
                certificates.of(CertificatePurpose.TVS).certificate());
        PemKeyFile.write(directory.resolve("tvs.pem"), mixed);

        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE))
                .isInstanceOf(UnusableKeyFileException.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void a_file_of_something_else_is_refused() throws Exception {
        NodeCertificates.openOrCreate(directory, NODE);
        var file = directory.resolve("https.pem");

        Files.write(file, new byte[70_000]);
        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE)).hasMessageContaining("longer than");
        Files.write(file, OpenSsl.run("genrsa", "512").output());
        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE)).hasMessageContaining("no certificate");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE)).hasMessageContaining("no private key");
    }

    @Test
    void a_renewed_capf_certificate_leaves_the_former_one_among_the_issuers() throws Exception {
        var before = NodeCertificates.openOrCreate(directory, NODE);
        var former = before.of(CertificatePurpose.CAPF).certificate();

        var after = before.renew(CertificatePurpose.CAPF, NODE);
        var reopened = NodeCertificates.openOrCreate(directory, NODE);

        var present = after.of(CertificatePurpose.CAPF).certificate();
        assertThat(present).isNotEqualTo(former);
        assertThat(after.lscIssuers()).containsExactly(present, former);
        assertThat(reopened.lscIssuers()).containsExactly(present, former);
        assertThat(after.of(CertificatePurpose.TVS)).isEqualTo(before.of(CertificatePurpose.TVS));
    }

    @Test
    @Spec({"CAPF-041", "CAPF9-13"})
    void without_capf_cer_the_next_start_makes_a_new_key_and_certificate_and_the_former_one_still_counts()
            throws Exception {
        var before = NodeCertificates.openOrCreate(directory, NODE).of(CertificatePurpose.CAPF);
        var saved = Files.readAllBytes(directory.resolve("CAPF.cer"));
        Files.delete(directory.resolve("CAPF.cer"));

        var after = NodeCertificates.openOrCreate(directory, NODE);

        var made = after.of(CertificatePurpose.CAPF);
        assertThat(made.certificate()).isNotEqualTo(before.certificate());
        assertThat(made.certificate().getPublicKey())
                .isNotEqualTo(before.certificate().getPublicKey());
        assertThat(Files.readAllBytes(directory.resolve("CAPF.cer")))
                .isEqualTo(made.certificate().getEncoded())
                .isNotEqualTo(saved);
        assertThat(after.lscIssuers()).contains(before.certificate());
        assertThat(NodeCertificates.openOrCreate(directory, NODE).of(CertificatePurpose.CAPF))
                .as("once")
                .isEqualTo(made);
    }

    @Test
    void a_damaged_former_issuer_is_named() throws Exception {
        NodeCertificates.openOrCreate(directory, NODE).renew(CertificatePurpose.CAPF, NODE);
        try (var files = Files.newDirectoryStream(directory.resolve("former-capf"))) {
            var file = files.iterator().next();
            Files.delete(file);
            Files.write(file, new byte[] {1});
        }

        assertThatThrownBy(() -> NodeCertificates.openOrCreate(directory, NODE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("former CAPF certificate");
    }

    @Test
    void a_process_killed_while_it_renews_leaves_usable_keys() throws Exception {
        NodeCertificates.openOrCreate(directory, NODE);
        for (var delay = 0; delay < 5; delay++) {
            var process = JavaProcess.start(Renewer.class, directory);
            assertThat(process.getInputStream().read())
                    .as("the renewer has begun")
                    .isEqualTo('.');
            process.waitFor(delay * 37L, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            age(directory);

            NodeCertificates.openOrCreate(directory, NODE);
            try (var files = Files.list(directory)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
            }
        }
    }

    /** What lies here has lain for an hour. */
    private static void age(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
        }
    }

    @Test
    void the_private_key_is_not_printed() throws Exception {
        var material = NodeCertificates.openOrCreate(directory, NODE).of(CertificatePurpose.TVS);

        assertThat(material.toString()).contains("(hidden)", "CN=ccm1.lab;OU=TVS;O=Lab");
    }

    @Test
    void unusable_names_are_refused() {
        for (var name : List.of("", " ", "x".repeat(65))) {
            assertThatThrownBy(() -> node(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Replaces the TVS key again and again until it is killed. */
    public static final class Renewer {
        private Renewer() {}

        /** The directory is the only argument. */
        public static void main(String[] arguments) throws IOException {
            var certificates = NodeCertificates.openOrCreate(Path.of(arguments[0]), NODE);
            while (true) {
                System.out.print('.');
                System.out.flush();
                certificates = certificates.renew(CertificatePurpose.TVS, NODE);
            }
        }
    }

    private static NodeIdentity node(String hostName) {
        return new NodeIdentity(hostName, List.of(InetAddress.ofLiteral("10.0.0.1")), "Lab");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
