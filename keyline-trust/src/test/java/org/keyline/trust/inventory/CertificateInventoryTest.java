package org.keyline.trust.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.inventory.CertificateProblem.Reason;
import org.keyline.trust.inventory.Outcome.Done;
import org.keyline.trust.inventory.Outcome.Refused;
import org.keyline.trust.workbench.OpenSsl;

/** What an administrator does with the certificates of a node; the authority that signs them is {@code openssl}. */
class CertificateInventoryTest {
    private static final NodeIdentity NODE =
            new NodeIdentity("cm1", List.of(InetAddress.getLoopbackAddress()), "Keyline");
    private static final String SERVER = "extendedKeyUsage=serverAuth,clientAuth\n";

    /** Soon: openssl goes by the machine's clock, and signs for from now on. */
    private final Instant now = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path directory;

    private CertificateInventory inventory;

    @BeforeEach
    void open() throws IOException {
        inventory = at(now);
    }

    private CertificateInventory at(Instant instant) throws IOException {
        return CertificateInventory.open(node(), NODE, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private Path node() {
        return directory.resolve("certificates");
    }

    private OpenSslAuthority authority() throws Exception {
        return OpenSslAuthority.in(directory.resolve("ca"));
    }

    @Test
    @Spec("SEC-31")
    void own_and_trusted_certificates_are_listed_by_the_names_operators_know() throws Exception {
        var ca = authority();
        done(inventory.trust(TrustPurpose.SRST, "srst.pem", Files.readAllBytes(ca.file("root.pem"))));

        assertThat(inventory.list())
                .extracting(CertificateEntry::name)
                .startsWith("CallManager", "CAPF", "TVS", "tomcat")
                .anyMatch(name -> name.matches("SRST-trust/[0-9a-f]{16}"));
        assertThat(done(inventory.find("TOMCAT")).certificate())
                .isEqualTo(inventory.own().of(CertificatePurpose.HTTPS).certificate());
        assertThat(done(inventory.find("httpscert.cer")).name()).isEqualTo("tomcat");
        assertThat(refused(inventory.find("tomcta")).text(Locale.ENGLISH))
                .isEqualTo("There is no certificate called tomcta here. There are: CallManager, CAPF, TVS, tomcat, "
                        + inventory.list().getLast().name() + ".");
    }

    @ParameterizedTest
    @EnumSource(CertificatePurpose.class)
    @Spec({"SEC-28", "SEC-32"})
    void a_regenerated_certificate_is_new_and_the_former_one_is_kept(CertificatePurpose purpose) throws Exception {
        var before = inventory.own().of(purpose).certificate();

        var changed = done(inventory.regenerate(purpose.operatorName()));

        var after = inventory.own().of(purpose);
        assertThat(after.certificate()).isNotEqualTo(before);
        assertThat(after.certificate().getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(changed.after()).isEqualTo(FollowUp.of(purpose));
        assertThat(inventory.own().former(purpose)).containsExactly(before);
        assertThat(at(now).own().former(purpose)).as("after a restart").containsExactly(before);
        assertThat(at(now).own().of(purpose).certificate()).isEqualTo(after.certificate());
        assertThat(OpenSsl.text(
                        "x509", "-noout", "-serial", "-inform", "DER", "-in", node().resolve(purpose.publicFileName())))
                .containsIgnoringCase(after.certificate().getSerialNumber().toString(16));
    }

    @Test
    void what_follows_on_a_new_certificate_is_said_in_order() {
        assertThat(done(inventory.regenerate("CallManager")).after())
                .containsExactly(
                        FollowUp.UPDATE_CTL_FILE,
                        FollowUp.RESTART_CALLMANAGER,
                        FollowUp.RESTART_TFTP,
                        FollowUp.RESET_ALL_DEVICES);
        assertThat(FollowUp.RESTART_TFTP.text(Locale.ENGLISH)).isEqualTo("Restart the Cisco Tftp service.");
        assertThat(FollowUp.RESTART_TFTP.text(Locale.JAPANESE)).contains("再起動");
    }

    @Test
    void what_is_not_there_cannot_be_regenerated() {
        assertThat(refused(inventory.regenerate("ipsec")).text(Locale.ENGLISH))
                .isEqualTo("There is no certificate called ipsec here. There are: CallManager, CAPF, TVS, tomcat.");
    }

    @Test
    @Spec({"HT-07", "HT2-12", "HT2-13"})
    void an_authoritys_certificate_takes_the_place_of_the_self_signed_one() throws Exception {
        var ca = authority();
        var self = inventory.own().of(CertificatePurpose.HTTPS).certificate();
        var request = Files.write(directory.resolve("tomcat.csr"), done(inventory.request("tomcat")));
        assertThat(OpenSsl.text("req", "-in", request, "-noout", "-verify", "-text"))
                .contains("verify OK")
                .contains("DNS:cm1")
                .contains("TLS Web Server Authentication");
        assertThat(inventory.own().of(CertificatePurpose.HTTPS).certificate())
                .as("nothing changes before the answer is there")
                .isEqualTo(self);
        ca.issue(request, "middle", "web", 900, SERVER);

        done(inventory.install(
                "tomcat", "web.pem", Files.readAllBytes(ca.together("answer", "web", "middle", "root"))));

        var key = inventory.own().of(CertificatePurpose.HTTPS);
        assertThat(key.chain()).hasSize(3);
        assertThat(PemKeyFile.belongTogether(key.key(), key.certificate())).isTrue();
        assertThat(inventory.own().former(CertificatePurpose.HTTPS)).containsExactly(self);
        assertThat(OpenSsl.text(
                        "verify",
                        "-no_check_time",
                        "-CAfile",
                        ca.file("root.pem"),
                        "-untrusted",
                        ca.file("middle.pem"),
                        write(CertificateFormat.PEM, "tomcat")))
                .contains(": OK");
        assertThat(at(now).own().of(CertificatePurpose.HTTPS).chain()).isEqualTo(key.chain());
        assertThat(refused(inventory.install("tomcat", "web.pem", Files.readAllBytes(ca.file("answer.pem"))))
                        .reason())
                .isEqualTo(Reason.NO_REQUEST);
    }

    @Test
    void the_issuers_may_come_from_the_store_of_authorities() throws Exception {
        var ca = authority();
        var request = Files.write(directory.resolve("r.csr"), done(inventory.request("CallManager")));
        var answer = Files.readAllBytes(ca.issue(request, "middle", "ccm", 900, SERVER));
        assertThat(refused(inventory.install("CallManager", "ccm.pem", answer)).text(Locale.ENGLISH))
                .contains("issued by CN=Example Issuing CA;O=Example, whose certificate is missing")
                .contains("CA-trust");

        done(inventory.trust(
                TrustPurpose.AUTHORITIES, "chain.pem", Files.readAllBytes(ca.together("chain", "middle", "root"))));
        done(inventory.install("CallManager", "ccm.pem", answer));

        assertThat(inventory.own().of(CertificatePurpose.CALLMANAGER).chain()).hasSize(3);
    }

    @Test
    void a_wrong_answer_to_a_request_changes_nothing() throws Exception {
        var ca = authority();
        var request = Files.write(directory.resolve("r.csr"), done(inventory.request("tomcat")));
        var before = inventory.list();

        var other = Files.readAllBytes(ca.issue(ca.request("other", "/CN=cm1"), "root", "other", 900, SERVER));
        assertRefused(Reason.WRONG_KEY, "tomcat", other);

        ca.issue(request, "root", "over", 1, SERVER);
        var over = Files.readAllBytes(ca.together("over-chain", "over", "root"));
        assertThat(refused(at(now.plus(Duration.ofDays(2))).install("tomcat", "over.pem", over))
                        .reason())
                .isEqualTo(Reason.EXPIRED);

        ca.issue(request, "root", "client", 900, "extendedKeyUsage=clientAuth\n");
        assertRefused(
                Reason.NOT_FOR_SERVERS, "tomcat", Files.readAllBytes(ca.together("client-chain", "client", "root")));

        ca.root("impostor", "/CN=Example Root/O=Example");
        ca.issue(request, "impostor", "foreign", 900, SERVER);
        assertRefused(
                Reason.NOT_SIGNED_BY_ISSUER,
                "tomcat",
                Files.readAllBytes(ca.together("foreign-chain", "foreign", "root")));

        ca.issue(ca.request("clerk", "/CN=Clerk"), "root", "clerk", 900, SERVER);
        ca.issue(request, "clerk", "forged", 900, SERVER);
        assertRefused(
                Reason.ISSUER_NOT_AN_AUTHORITY,
                "tomcat",
                Files.readAllBytes(ca.together("forged-chain", "forged", "clerk", "root")));

        assertRefused(Reason.NOT_A_CERTIFICATE, "tomcat", Files.readAllBytes(request));
        assertThat(inventory.list()).isEqualTo(before);
        assertThat(at(now).list()).isEqualTo(before);
        assertThat(inventory.requested(CertificatePurpose.HTTPS))
                .as("the right answer may still come")
                .isPresent();
    }

    @Test
    void an_issuer_of_phone_certificates_must_be_an_authority() throws Exception {
        var ca = authority();
        var request = Files.write(directory.resolve("r.csr"), done(inventory.request("CAPF")));
        ca.issue(request, "root", "leaf", 900, SERVER);
        assertRefused(Reason.NOT_AN_AUTHORITY, "CAPF", Files.readAllBytes(ca.together("l", "leaf", "root")));

        ca.issue(
                request,
                "root",
                "capf",
                900,
                SERVER + "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,digitalSignature\n");
        var before = inventory.own().of(CertificatePurpose.CAPF).certificate();
        done(inventory.install("CAPF", "capf.pem", Files.readAllBytes(ca.together("c", "capf", "root"))));

        assertThat(inventory.own().lscIssuers()).hasSize(2).contains(before);
    }

    private void assertRefused(Reason reason, String name, byte[] answer) {
        var problem = refused(inventory.install(name, "answer.pem", answer));
        assertThat(problem.reason()).as(problem.text(Locale.ENGLISH)).isEqualTo(reason);
    }

    @Test
    @Spec({"HT-18", "HT-19", "HT2-01", "HT2-02", "HT2-03", "HT2-04"})
    void a_certificate_leaves_in_three_forms_that_openssl_reads() throws Exception {
        var ca = authority();
        var request = Files.write(directory.resolve("r.csr"), done(inventory.request("tomcat")));
        ca.issue(request, "middle", "web", 900, SERVER);
        done(inventory.install("tomcat", "a", Files.readAllBytes(ca.together("answer", "web", "middle", "root"))));
        var serial = inventory
                .own()
                .of(CertificatePurpose.HTTPS)
                .certificate()
                .getSerialNumber()
                .toString(16);

        assertThat(OpenSsl.text(
                        "x509", "-inform", "DER", "-in", write(CertificateFormat.DER, "tomcat"), "-noout", "-serial"))
                .containsIgnoringCase(serial);
        assertThat(OpenSsl.text(
                        "x509", "-inform", "PEM", "-in", write(CertificateFormat.PEM, "tomcat"), "-noout", "-serial"))
                .containsIgnoringCase(serial);
        assertThat(OpenSsl.text(
                        "pkcs7", "-inform", "DER", "-in", write(CertificateFormat.PKCS7, "tomcat"), "-print_certs"))
                .contains("CN = cm1", "CN = Example Issuing CA", "CN = Example Root");
    }

    private Path write(CertificateFormat format, String name) throws IOException {
        var path = inventory.path(done(inventory.find(name)));
        return Files.write(directory.resolve("export." + format.ending()), format.write(path));
    }

    @Test
    @Spec("HT2-06")
    void a_file_received_from_someone_is_trusted_in_every_form() throws Exception {
        var ca = authority();
        OpenSsl.text("x509", "-in", ca.file("root.pem"), "-outform", "DER", "-out", ca.file("root.cer"));
        OpenSsl.text(
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                ca.file("middle.pem"),
                "-outform",
                "DER",
                "-out",
                ca.file("middle.p7b"));
        OpenSsl.text(
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                ca.together("both", "middle", "root"),
                "-outform",
                "PEM",
                "-out",
                ca.file("both.p7c"));

        done(inventory.trust(TrustPurpose.DIRECTORY, "root.cer", Files.readAllBytes(ca.file("root.cer"))));
        done(inventory.trust(TrustPurpose.DIRECTORY, "middle.p7b", Files.readAllBytes(ca.file("middle.p7b"))));
        done(inventory.trust(TrustPurpose.UNITY, "both.p7c", Files.readAllBytes(ca.file("both.p7c"))));

        assertThat(inventory.trusted(TrustPurpose.DIRECTORY)).hasSize(2);
        assertThat(inventory.trusted(TrustPurpose.UNITY)).hasSize(2);
        assertThat(at(now).trusted(TrustPurpose.UNITY)).as("after a restart").hasSize(2);
        var store = node().resolve("Unity-trust");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rwx------");
        try (var files = Files.list(store)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void what_is_trusted_can_be_removed_and_what_is_in_force_cannot() throws Exception {
        var ca = authority();
        var added = done(inventory.trust(TrustPurpose.SRST, "root.pem", Files.readAllBytes(ca.file("root.pem"))));
        assertThat(added.after()).containsExactly(FollowUp.RESET_DEPENDENT_DEVICES);

        done(inventory.remove(added.certificates().getFirst().name()));

        assertThat(inventory.trusted(TrustPurpose.SRST)).isEmpty();
        assertThat(refused(inventory.remove("CAPF")).reason()).isEqualTo(Reason.OWN_CERTIFICATE);
    }

    @Test
    void a_former_issuer_of_phone_certificates_is_kept_until_it_expires() throws Exception {
        done(inventory.regenerate("CAPF"));
        var former = inventory.list().stream()
                .filter(CertificateEntry.Former.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(refused(inventory.remove(former.name())).reason()).isEqualTo(Reason.ISSUER_STILL_NEEDED);

        var later = at(former.expires().plusSeconds(1));
        done(later.remove(former.name()));
        assertThat(later.own().former(CertificatePurpose.CAPF)).isEmpty();
    }

    @Test
    void bad_files_are_refused_with_a_sentence_that_names_them_and_nothing_is_stored() throws Exception {
        var ca = authority();
        var leaf = ca.issue(ca.request("phone", "/CN=SEP001122334455"), "root", "phone", 900, SERVER);
        ca.issue(ca.request("old", "/CN=Old CA"), "root", "old", 1, "basicConstraints=critical,CA:TRUE\n");

        inventory = at(now.plus(Duration.ofDays(2)));

        assertThat(untrusted(TrustPurpose.SRST, "g.pem", "garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("g.pem holds no certificate that can be read."
                        + " A file in DER, PEM or PKCS#7 form is right.");
        assertThat(untrusted(TrustPurpose.SRST, "e.pem", new byte[0])).startsWith("e.pem is empty.");
        assertThat(untrusted(TrustPurpose.SRST, "l.pem", new byte[CertificateFile.LONGEST + 1]))
                .startsWith("l.pem is larger than 64 KB");
        assertThat(untrusted(TrustPurpose.SRST, "k.pem", Files.readAllBytes(ca.file("root.key"))))
                .startsWith("k.pem holds a private key.");
        assertThat(untrusted(TrustPurpose.SRST, "old.pem", Files.readAllBytes(ca.file("old.pem"))))
                .startsWith("The certificate of CN=Old CA expired on ");
        assertThat(untrusted(TrustPurpose.PHONE_MANUFACTURERS, "phone.pem", Files.readAllBytes(leaf)))
                .startsWith("CN=SEP001122334455 is no certificate authority.");
        done(inventory.trust(TrustPurpose.SRST, "root.pem", Files.readAllBytes(ca.file("root.pem"))));
        assertThat(untrusted(TrustPurpose.SRST, "root.pem", Files.readAllBytes(ca.file("root.pem"))))
                .startsWith("The certificate of CN=Example Root;O=Example is in SRST-trust already.");
        assertThat(inventory.trusted(TrustPurpose.SRST)).hasSize(1);
    }

    @Test
    void the_closed_factories_of_old_phones_stay_known_though_their_certificates_expired() throws Exception {
        var ca = authority();
        ca.issue(ca.request("factory", "/CN=Factory"), "root", "factory", 1, "basicConstraints=critical,CA:TRUE\n");

        inventory = at(now.plus(Duration.ofDays(2)));

        done(inventory.trust(TrustPurpose.PHONE_MANUFACTURERS, "f.pem", Files.readAllBytes(ca.file("factory.pem"))));

        assertThat(inventory.trusted(TrustPurpose.PHONE_MANUFACTURERS)).hasSize(1);
    }

    private String untrusted(TrustPurpose purpose, String name, byte[] content) {
        return refused(inventory.trust(purpose, name, content)).text(Locale.ENGLISH);
    }

    @Test
    void where_nothing_can_be_written_nothing_changes_and_the_directory_is_named() throws Exception {
        var ca = authority();
        var before = inventory.list();
        Files.writeString(node().resolve("SRST-trust"), "in the way");

        assertThat(untrusted(TrustPurpose.SRST, "root.pem", Files.readAllBytes(ca.file("root.pem"))))
                .startsWith("The certificates could not be changed in " + node())
                .contains("SRST-trust");
        assertThat(inventory.list()).isEqualTo(before);

        Files.writeString(node().resolve("former-https"), "in the way");
        assertThat(refused(inventory.regenerate("tomcat")).reason()).isEqualTo(Reason.UNWRITABLE);
        assertThat(inventory.list()).isEqualTo(before);
        assertThat(at(now).own().certificates()).isEqualTo(inventory.own().certificates());
    }

    @Test
    void a_change_by_another_process_is_taken_over_and_told() throws Exception {
        var told = new AtomicInteger();
        try (var _ = inventory.onChange(told::incrementAndGet)) {
            inventory.reload();
            assertThat(told).hasValue(0);

            done(at(now).regenerate("tomcat"));
            inventory.reload();

            assertThat(told).hasValue(1);
            assertThat(inventory.own().certificates()).isEqualTo(at(now).own().certificates());
        }
    }

    @Test
    @Spec("SEC-33")
    void the_words_of_web_security_stand_in_the_web_certificate_and_stay() throws Exception {
        var words = done(WebSecurity.of("Telephony", "Example K.K.", "Chiyoda", "Tokyo", "JP"));

        done(inventory.setWebSecurity(words));
        assertThat(OpenSsl.text(
                        "x509",
                        "-in",
                        write(CertificateFormat.PEM, "tomcat"),
                        "-noout",
                        "-subject",
                        "-nameopt",
                        "RFC2253"))
                .contains("CN=cm1", "OU=Telephony", "O=Example K.K.", "L=Chiyoda", "ST=Tokyo", "C=JP");
        done(inventory.regenerate("tomcat"));
        assertThat(done(inventory.find("tomcat")).subject()).contains("O=Example K.K.");
        assertThat(refused(WebSecurity.of("", "Example", "", "", "")).text(Locale.ENGLISH))
                .startsWith("OU of");
        assertThat(refused(WebSecurity.of("x", "Example", "", "", "jp")).text(Locale.ENGLISH))
                .startsWith("C of");
    }

    @Test
    @Spec("SEC-29")
    void each_stage_before_an_expiry_is_told_once_also_over_restarts() throws Exception {
        var expires = done(inventory.find("tomcat")).expires();
        var told = new java.util.ArrayList<ExpiryNotice.Stage>();
        for (var days : List.of(200, 91, 90, 89, 30, 30, 8, 7, 2, 1, 0, -1)) {
            var then = Clock.fixed(expires.minus(Duration.ofDays(days)), ZoneOffset.UTC);
            new ExpiryMonitor(inventory, node().resolve("expiry"), then)
                    .check().stream()
                            .filter(notice -> notice.certificate().name().equals("tomcat"))
                            .forEach(notice -> told.add(notice.stage()));
        }
        assertThat(told)
                .containsExactly(
                        ExpiryNotice.Stage.NINETY_DAYS,
                        ExpiryNotice.Stage.THIRTY_DAYS,
                        ExpiryNotice.Stage.SEVEN_DAYS,
                        ExpiryNotice.Stage.ONE_DAY,
                        ExpiryNotice.Stage.EXPIRED);
    }

    @Test
    void a_monitor_that_slept_tells_only_the_last_stage_and_a_new_certificate_starts_anew() throws Exception {
        var expires = done(inventory.find("tomcat")).expires();
        var soon = Clock.fixed(expires.minus(Duration.ofDays(5)), ZoneOffset.UTC);
        var monitor = new ExpiryMonitor(inventory, node().resolve("expiry"), soon);

        assertThat(monitor.check()).extracting(ExpiryNotice::stage).containsOnly(ExpiryNotice.Stage.SEVEN_DAYS);
        assertThat(monitor.check()).isEmpty();
        done(at(soon.instant()).regenerate("tomcat"));
        inventory.reload();
        assertThat(monitor.check()).isEmpty();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var problem) -> throw new AssertionError("refused: " + problem.text(Locale.ENGLISH));
        };
    }

    static <T> CertificateProblem refused(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> throw new AssertionError("was done: " + value);
            case Refused<T>(var problem) -> problem;
        };
    }
}
