package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CapfTrustStore;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.ProviderException;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.TrustListVariant;

/** The certificate of CAPF goes to every server, with the CTL file. */
class CapfDistributionTest {
    @TempDir
    static Path home;

    private static final List<SecurityToken> TOKENS = new ArrayList<>();

    @TempDir
    Path data;

    private final List<ListedServer> cluster = new ArrayList<>();
    private TestServer publisher;
    private TestServer subscriber;

    @BeforeAll
    static void makeTokens() throws Exception {
        TOKENS.clear();
        for (var name : List.of("one", "two")) {
            TOKENS.add(
                    SoftwareToken.create(home.resolve(name + ".p12"), Secret.of("Office-2026"), "SAST-" + name, "Lab"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        publisher = TestServer.start(data.resolve("p"), "127.0.0.1", "ccm1", cluster);
        subscriber = TestServer.start(data.resolve("s"), "127.0.0.2", "ccm2", cluster);
    }

    @AfterEach
    void stop() {
        publisher.close();
        subscriber.close();
    }

    @Test
    @Spec({"CTL3-45", "CTL3-46", "CAPF-009", "CAPF9-09", "SEC-44", "OV-44", "CTL9-40"})
    void when_the_client_finishes_the_other_servers_have_capfs_certificate_as_der_and_pem() throws Exception {
        assertThat(run(CtlChoice.MIXED_MODE, TOKENS.get(1))).isInstanceOf(CtlOutcome.Done.class);

        var capf = publisher.self().capf().orElseThrow();
        var brought = data.resolve("s/certificates/CAPF-trust");
        var pem = brought.resolve(
                DistinguishedNameText.commonName(capf.getSubjectX500Principal()).orElseThrow() + ".0");
        assertThat(Files.readAllBytes(brought.resolve("capf.cer"))).isEqualTo(Certificates.der(capf));
        assertThat(pem).exists();
        assertThat(openssl("x509", "-in", pem.toString(), "-noout", "-subject")).contains("CAPF-");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(brought)))
                .isEqualTo("rwx------");
        assertThat(subscriber.store().capf().brought()).containsExactly(capf);
        assertThat(data.resolve("p/certificates/CAPF-trust")).doesNotExist();
    }

    @Test
    @Spec({"CTL9-M100", "CTL9-40"})
    void files_that_are_missing_beside_a_running_capf_are_named_before_anything_is_changed() throws Exception {
        run(CtlChoice.MIXED_MODE, TOKENS.get(1));
        var before = publisher.store().read();
        var theirs = Files.readAllBytes(data.resolve("s/certificates/CAPF-trust/capf.cer"));
        var missing = data.resolve("p/certificates/CAPF.cer");
        Files.delete(missing);

        var outcome = run(CtlChoice.UPDATE);

        assertThat(outcome).isInstanceOfSatisfying(CtlOutcome.Refused.class, refused -> {
            assertThat(refused.message().text())
                    .isEqualTo("Could not get CAPF Certificate(s).CAPF Service seems to be running on the CCM Publisher"
                            + " but the certificate file(s) do not exist in the Certificates trust path.Please check"
                            + " if the following certificates exist.");
            assertThat(refused.detail()).contains(missing.toString(), ".0");
        });
        assertThat(publisher.store().read()).isEqualTo(before);
        assertThat(Files.readAllBytes(data.resolve("s/certificates/CAPF-trust/capf.cer")))
                .isEqualTo(theirs);
    }

    @Test
    @Spec("CTL9-M085")
    void files_that_cannot_be_read_are_told_as_an_error_of_the_operation() throws Exception {
        var file = data.resolve("p/certificates/CAPF.cer");
        Files.delete(file);
        Files.createDirectory(file);
        try (var client = publisher.client()) {
            assertThatThrownBy(client::capfFiles)
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            refused -> assertThat(refused.reason().text())
                                    .isEqualTo("Error occurred during Get CAPF File operation."));
        }
    }

    @Test
    void a_certificate_that_the_ctl_file_does_not_name_as_capf_is_never_stored() throws Exception {
        run(CtlChoice.MIXED_MODE, TOKENS.get(1));
        try (var client = subscriber.client()) {
            for (var wrong :
                    List.of(publisher.self().callManager(), TOKENS.getFirst().certificate())) {
                refused(client, CapfFiles.of(wrong), CtlMessage.CERTIFICATE_INVALID);
            }
            var capf = CapfFiles.of(publisher.self().capf().orElseThrow());
            refused(
                    client,
                    new CapfFiles(capf.der(), "../../escaped.0", capf.pem()),
                    CtlMessage.CAPF_FILES_NOT_WRITTEN);
            refused(
                    client,
                    new CapfFiles(
                            capf.der(),
                            capf.pemName(),
                            CapfFiles.of(TOKENS.getFirst().certificate()).pem()),
                    CtlMessage.CAPF_FILES_NOT_WRITTEN);
        }
        assertThat(data.resolve("escaped.0")).doesNotExist();
        assertThat(subscriber.store().capf().brought())
                .containsExactly(publisher.self().capf().orElseThrow());
    }

    @Test
    void a_full_disk_leaves_the_old_certificate_whole() throws Exception {
        run(CtlChoice.MIXED_MODE, TOKENS.get(1));
        var directory = data.resolve("s/certificates/CAPF-trust");
        var before = contents(directory);

        var process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 1; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName(),
                        data.resolve("s").toString(),
                        data.resolve("p/certificates/capf.pem").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
        assertThat(said).contains("not written");
        assertThat(contents(directory)).isEqualTo(before);
    }

    /** Stores CAPF's certificate in a process whose files may have one block only. */
    public static final class FullDisk {
        private FullDisk() {}

        /** The data directory. */
        public static void main(String[] arguments) {
            var capf = new CertificateProfile(Clock.systemUTC())
                    .selfSigned(new X500Name("CN=CAPF-new"), List.of(), KeyType.RSA_2048)
                    .certificate();
            try {
                CapfTrustStore.in(Path.of(arguments[0])).write(CapfFiles.of(capf));
                System.out.println("stored");
            } catch (IOException e) {
                System.out.println("not written: " + e.getMessage());
            }
        }
    }

    private static List<String> contents(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var all = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                all.add(file.getFileName() + " " + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return all;
        }
    }

    private static void refused(RemoteProvider client, CapfFiles files, CtlMessage why) {
        assertThatThrownBy(() -> client.postCapfFiles(files))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    private CtlOutcome run(CtlChoice choice, SecurityToken... added) throws ProviderException {
        try (var first = publisher.client();
                var second = subscriber.client()) {
            return new CtlUpdate(first, List.of(second), TrustListVariant.OLD_PHONES, Clock.systemUTC())
                    .run(new CtlRequest(
                            choice, TOKENS.getFirst(), List.of(added), List.of(publisher.self(), subscriber.self())));
        }
    }

    private static String openssl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
