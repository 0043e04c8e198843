package org.keyline.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.Node;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.token.TokenException;
import org.keyline.trust.trustlist.ItlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListVariant;

class CtlUpdateTest {
    private static final Inet4Address ADDRESS = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");
    private static final List<SecurityToken> TOKENS = new ArrayList<>();

    @TempDir
    static Path home;

    @TempDir
    Path data;

    private final MemorySecurity security = new MemorySecurity();

    @BeforeAll
    static void makeTokens() throws IOException, TokenException {
        TOKENS.clear();
        for (var name : List.of("one", "two", "three")) {
            TOKENS.add(
                    SoftwareToken.create(home.resolve(name + ".p12"), Secret.of("Office-2026"), "SAST-" + name, "Lab"));
        }
    }

    @Test
    @Spec({"CTL3-37", "CTL3-51", "CTL9-29", "CTL9-34"})
    void two_tokens_and_a_server_make_a_ctl_file_and_mixed_mode() throws Exception {
        var outcome = update().run(mixed(token(1), token(2)));

        assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
        var list = TrustListReader.read(Files.readAllBytes(data.resolve("tftp/CTLFile.tlv")));
        assertThat(list.records())
                .extracting(record -> record.role())
                .containsExactly(Role.SAST, Role.SAST, Role.CCM_TFTP, Role.CAPF);
        assertThat(list.isSignedBy(token(1).certificate())).isTrue();
        assertThat(list.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
        assertThat(list.with(Role.CCM_TFTP).findFirst().orElseThrow().dnsName()).contains("127.0.0.1");
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.MIXED);
        assertThat(file().read()).isInstanceOf(StoredCtl.Sound.class);
    }

    @Test
    @Spec({"CTL9-20", "CTL9-M025"})
    void one_token_is_not_enough() {
        refuses(mixed(token(1)), CtlMessage.TWO_TOKENS_NEEDED);

        assertThat(CtlMessage.TWO_TOKENS_NEEDED.text())
                .isEqualTo("You must have at least 2 security tokens in the CTL File");
        nothingChanged();
    }

    @Test
    @Spec({"CTL9-22", "CTL9-M036"})
    void the_same_token_twice_is_refused() {
        refuses(mixed(token(1), token(1)), CtlMessage.TOKEN_EXISTS);
        refuses(mixed(token(1), token(2), token(2)), CtlMessage.TOKEN_EXISTS);

        assertThat(CtlMessage.TOKEN_EXISTS.text())
                .isEqualTo("The Security Token you have inserted already exists in the CTL File.");
        nothingChanged();
    }

    @Test
    @Spec("CTL9-M026")
    void a_file_without_a_call_manager_is_refused() {
        refuses(
                new CtlRequest(CtlChoice.MIXED_MODE, token(1), List.of(token(2)), List.of()),
                CtlMessage.CALLMANAGER_NEEDED);

        assertThat(CtlMessage.CALLMANAGER_NEEDED.text())
                .isEqualTo("You must have at least one CallManager server in the cluster");
        nothingChanged();
    }

    @Test
    @Spec({"CTL9-22", "CTL9-M028", "CTL9-M101"})
    void a_server_or_a_certificate_twice_is_refused() {
        var again = new ClusterServer(new ServerName("other", ADDRESS), server().callManager(), Optional.empty());

        refuses(with(server(), server()), CtlMessage.SERVER_EXISTS);
        refuses(with(server(), again), CtlMessage.CERTIFICATE_EXISTS);
        assertThat(CtlMessage.SERVER_EXISTS.text()).isEqualTo("Entry for Server already exists.");
        assertThat(CtlMessage.CERTIFICATE_EXISTS.text()).isEqualTo("Entry for this certificate already exists.");
    }

    @Test
    @Spec({"CTL3-59", "CTL3-52"})
    void an_update_adds_a_token_and_leaves_the_mode() {
        update().run(mixed(token(1), token(2)));
        var before = list();

        var outcome = update().run(request(CtlChoice.UPDATE, token(2), token(3)));

        assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
        assertThat(list().with(Role.SAST)).hasSize(3);
        assertThat(list().isSignedBy(token(2).certificate())).isTrue();
        assertThat(list().header().created()).isAfter(before.header().created());
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec({"CTL9-27", "CTL9-M037"})
    void a_token_that_is_not_in_the_file_cannot_sign() {
        update().run(mixed(token(1), token(2)));
        var before = list();

        refuses(request(CtlChoice.UPDATE, token(3)), CtlMessage.TOKEN_CANNOT_SIGN);

        assertThat(CtlMessage.TOKEN_CANNOT_SIGN.text())
                .isEqualTo("The Security Token cannot be used to sign the CTL File.The token must already exist in the"
                        + " CTL file.");
        assertThat(list()).isEqualTo(before);
    }

    @Test
    @Spec({"CTL9-28", "CTL9-M075"})
    void a_token_added_in_an_update_cannot_sign_it_but_can_sign_the_next() {
        update().run(mixed(token(1), token(2)));

        refuses(request(CtlChoice.UPDATE, token(3), token(3)), CtlMessage.NEW_TOKEN_CANNOT_SIGN);
        update().run(request(CtlChoice.UPDATE, token(1), token(3)));

        assertThat(update().run(request(CtlChoice.UPDATE, token(3)))).isInstanceOf(CtlOutcome.Done.class);
        assertThat(CtlMessage.NEW_TOKEN_CANNOT_SIGN.text())
                .isEqualTo("For the security of the phones, tokens inserted during update cannot be used to sign the"
                        + " CTL File.You must use one of the tokens that already existed in the CTL file to sign."
                        + "Once this token has been inserted and the phones have been restarted, you may use the new"
                        + " tokens to sign the CTL File.");
    }

    @Test
    @Spec({"CTL3-57", "CTL3-70"})
    void non_secure_mode_keeps_the_file_but_empties_its_servers_and_mixed_mode_comes_back() {
        update().run(mixed(token(1), token(2)));

        var outcome = update().run(request(CtlChoice.NON_SECURE_MODE, token(1)));

        assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.NON_SECURE);
        assertThat(list().with(Role.CCM_TFTP)).singleElement().matches(record -> !record.hasCertificate());
        assertThat(list().wantsSignedFiles()).isFalse();
        assertThat(update().run(request(CtlChoice.MIXED_MODE, token(2)))).isInstanceOf(CtlOutcome.Done.class);
        assertThat(list().wantsSignedFiles()).isTrue();
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec({"CTL9-24", "CTL9-M016", "CTL9-M031", "CTL9-M032"})
    void a_damaged_file_is_named_and_only_replaced_when_asked() throws Exception {
        update().run(mixed(token(1), token(2)));
        var path = data.resolve("tftp/CTLFile.tlv");
        var whole = Files.readAllBytes(path);
        var flipped = whole.clone();
        flipped[whole.length - 1] ^= 1;

        Files.write(path, flipped);
        var refused = refuses(request(CtlChoice.UPDATE, token(1)), CtlMessage.SIGNATURE_INVALID);
        assertThat(refused.detail())
                .contains(path.toString())
                .contains("You must recreate the CTL File.All existing certificate information in the CTL file will be"
                        + " lost.");
        assertThat(CtlMessage.SIGNATURE_INVALID.text())
                .isEqualTo("The CTL File signature is invalid or the CTL File is corrupt.");
        Files.write(path, Arrays.copyOf(whole, 100));
        refuses(request(CtlChoice.MIXED_MODE, token(1)), CtlMessage.CANNOT_PARSE);
        assertThat(CtlMessage.CANNOT_PARSE.text()).isEqualTo("Unable to parse CTL File");
        assertThat(Files.readAllBytes(path)).hasSize(100);

        assertThat(update().run(mixed(token(1), token(2)).recreating())).isInstanceOf(CtlOutcome.Done.class);
        assertThat(file().read()).isInstanceOf(StoredCtl.Sound.class);
    }

    @Test
    @Spec({"CTL9-23", "CTL9-M030", "CTL9-M038"})
    void an_update_without_a_file_says_what_to_do() throws Exception {
        refuses(request(CtlChoice.UPDATE, token(1), token(2)), CtlMessage.NO_FILE);
        security.set(ClusterSecurityMode.MIXED);

        refuses(request(CtlChoice.UPDATE, token(1), token(2)), CtlMessage.NO_FILE_IN_MIXED_MODE);

        assertThat(CtlMessage.NO_FILE.text()).isEqualTo("No CTL File.");
        assertThat(CtlMessage.NO_FILE_IN_MIXED_MODE.text()).isEqualTo("""
                        No CTL File exists on the server but the CallManager Cluster Security Mode is in Mixed Mode.

                        You must create the CTL File and set Call Manager Cluster to Mixed Mode.""");
    }

    @Test
    @Spec({"CTL9-M039", "CTL9-M040", "CTL9-M041"})
    void a_file_of_another_kind_in_its_place_is_named() throws Exception {
        var itl = ItlFile.build(certificates(), new ServerName("ccm1", ADDRESS), TrustListVariant.OLD_PHONES, now());
        file().write(itl);
        refuses(mixed(token(1), token(2)), CtlMessage.WRONG_CONTENT);
        assertThat(CtlMessage.WRONG_CONTENT.text()).isEqualTo("CTL Filename or contents are invalid.");

        Files.delete(file().file());
        Files.createDirectory(file().file());
        refuses(mixed(token(1), token(2)), CtlMessage.CANNOT_READ);
        assertThat(CtlMessage.CANNOT_READ.text()).isEqualTo("Error reading CTL File.");
        Files.delete(file().file());
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(file().file()));
            refuses(mixed(token(1), token(2)), CtlMessage.CANNOT_OPEN);
        }
        assertThat(CtlMessage.CANNOT_OPEN.text()).isEqualTo("Error opening CTL File.");
        Files.delete(file().file());
        Files.write(file().file(), new byte[200_000]);
        refuses(mixed(token(1), token(2)), CtlMessage.CANNOT_PARSE);
    }

    @Test
    @Spec({"CTL9-14", "CTL9-15", "CTL9-M014", "CTL9-M015"})
    void more_than_a_hundred_records_are_refused() {
        var servers = IntStream.range(0, 99)
                .mapToObj(i -> new ClusterServer(
                        new ServerName("ccm" + i, ADDRESS), certificate("CN=ccm" + i, now()), Optional.empty()))
                .toList();

        refuses(
                new CtlRequest(CtlChoice.MIXED_MODE, token(1), List.of(token(2)), servers),
                CtlMessage.TOO_MANY_RECORDS);
        assertThat(CtlMessage.TOO_MANY_RECORDS.text())
                .isEqualTo("Cannot create CTL Entries.Total number of CTL Records has exceeded the Maximum");
        refuses(
                new CtlRequest(CtlChoice.MIXED_MODE, token(1), List.of(token(2)), servers.subList(0, 98)),
                CtlMessage.CANNOT_CREATE_ENTRY);
        assertThat(CtlMessage.CANNOT_CREATE_ENTRY.text()).isEqualTo("Unable to create CTL Entry");
        nothingChanged();
    }

    @Test
    @Spec({"CTL9-M049", "CTL9-M050", "CTL9-M051", "CTL9-M057"})
    void unfit_certificates_are_refused_with_the_reason() {
        refuses(
                with(serverWith(certificate("CN=a", now().minus(Duration.ofDays(3000))))),
                CtlMessage.CERTIFICATE_EXPIRED);
        refuses(
                with(serverWith(certificate("CN=a", now().plus(Duration.ofDays(30))))),
                CtlMessage.CERTIFICATE_DATE_INVALID);
        refuses(with(serverWith(certificate("CN=a", now(), KeyType.EC_P256))), CtlMessage.CERTIFICATE_NOT_RSA);
        refuses(
                with(serverWith(certificate("CN=a" + (",OU=" + "a".repeat(60)).repeat(4), now()))),
                CtlMessage.SUBJECT_NAME_TOO_LONG);

        assertThat(CtlMessage.SUBJECT_NAME_TOO_LONG.text()).isEqualTo("Invalid Subject Name length.");
        assertThat(CtlMessage.CERTIFICATE_EXPIRED.text()).isEqualTo("Certificate expired.");
        assertThat(CtlMessage.CERTIFICATE_DATE_INVALID.text()).isEqualTo("Certificate Date Invalid.");
        assertThat(CtlMessage.CERTIFICATE_NOT_RSA.text()).isEqualTo("Certificate is not of type RSA.");
    }

    @Test
    @Spec({"CTL9-M072", "CTL9-M073", "CTL9-M074"})
    void a_token_that_fails_changes_nothing() {
        update().run(mixed(token(1), token(2)));
        var before = list();

        assertThat(refuses(request(CtlChoice.UPDATE, new BrokenToken(token(1), true)), CtlMessage.CANNOT_SIGN)
                        .detail())
                .contains("Could not Sign Message.", "The token was pulled out");
        refuses(request(CtlChoice.UPDATE, new BrokenToken(token(1), false)), CtlMessage.CANNOT_VERIFY);

        assertThat(CtlMessage.CANNOT_SIGN.text()).isEqualTo("Could not sign CTL File.");
        assertThat(CtlMessage.CANNOT_VERIFY.text()).isEqualTo("Could not verify Message.");
        assertThat(list()).isEqualTo(before);
    }

    @Test
    @Spec({"CTL9-41", "CTL9-M102"})
    void a_mode_that_cannot_be_set_is_reported_and_set_by_the_next_run() {
        security.refuses = true;

        var outcome = update().run(mixed(token(1), token(2)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CtlOutcome.Failed.class,
                        failed -> assertThat(failed.message()).isEqualTo(CtlMessage.MODE_NOT_SET));
        assertThat(CtlMessage.MODE_NOT_SET.text())
                .isEqualTo(
                        "Failed to set Cluster Security Mode on the CallManager publisher.You must run the CTL Client"
                                + " again to set the correct value for the Cluster Security Mode.");
        security.refuses = false;
        assertThat(update().run(request(CtlChoice.MIXED_MODE, token(1)))).isInstanceOf(CtlOutcome.Done.class);
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec("CTL9-M044")
    void a_full_disk_leaves_the_old_file_and_the_old_mode() throws Exception {
        update().run(mixed(token(1), token(2)));
        var before = list();

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
                        data.toString(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the update has ended")
                .isTrue();
        assertThat(output).contains("NOT_WRITTEN").contains("mode NON_SECURE");
        assertThat(list()).isEqualTo(before);
        assertThat(CtlMessage.NOT_WRITTEN.text())
                .isEqualTo(
                        "CTL File operation was not successful on one or all the servers.Please correct the error and"
                                + " run the CTL Client again.");
    }

    @Test
    void every_message_is_there_in_both_languages() {
        for (var message : CtlMessage.values()) {
            assertThat(message.text()).isNotBlank();
            assertThat(message.text(Locale.JAPANESE)).isNotEqualTo(message.text());
        }
        assertThat(CtlMessage.CREATED.text()).isEqualTo("CTL File created successfully.");
        assertThat(CtlMessage.NO_FILE.text(Locale.GERMAN)).isEqualTo("No CTL File.");
    }

    /** Tries an update in a process whose files may have one block only. */
    public static final class FullDisk {
        private FullDisk() {}

        /** The data directory and that of the tokens. */
        public static void main(String[] arguments) throws Exception {
            var tokens = Path.of(arguments[1]);
            var signer = SoftwareToken.open(tokens.resolve("one.p12"), Secret.of("Office-2026"));
            var security = new MemorySecurity();
            var server = new ClusterServer(
                    new ServerName("ccm1", ADDRESS), certificate("CN=ccm1", Instant.now()), Optional.empty());
            var update = new CtlUpdate(
                    new LocalProvider(TestFacts.of(server), CtlFileStore.in(Path.of(arguments[0])), security),
                    TrustListVariant.OLD_PHONES,
                    Clock.systemUTC());
            System.out.println(update.run(new CtlRequest(CtlChoice.MIXED_MODE, signer, List.of(), List.of(server))));
            System.out.println("mode " + security.mode());
        }
    }

    private static final class MemorySecurity implements ClusterSecurity {
        private ClusterSecurityMode mode = ClusterSecurityMode.NON_SECURE;
        private boolean refuses;

        @Override
        public ClusterSecurityMode mode() {
            return mode;
        }

        @Override
        public void set(ClusterSecurityMode newMode) throws IOException {
            if (refuses) {
                throw new IOException("the database is gone");
            }
            mode = newMode;
        }
    }

    private record BrokenToken(SecurityToken token, boolean throwing) implements SecurityToken {
        @Override
        public String name() {
            return token.name();
        }

        @Override
        public X509Certificate certificate() {
            return token.certificate();
        }

        @Override
        public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
            if (throwing) {
                throw new SigningException("The token was pulled out");
            }
            return new byte[256];
        }
    }

    private CtlOutcome.Refused refuses(CtlRequest request, CtlMessage message) {
        var outcome = update().run(request);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CtlOutcome.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo(message));
        return (CtlOutcome.Refused) outcome;
    }

    private void nothingChanged() {
        assertThat(file().read()).isEqualTo(new StoredCtl.None());
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.NON_SECURE);
    }

    private CtlUpdate update() {
        return new CtlUpdate(
                new LocalProvider(TestFacts.of(server()), file(), security),
                TrustListVariant.OLD_PHONES,
                Clock.fixed(now(), ZoneOffset.UTC));
    }

    private CtlFileStore file() {
        return CtlFileStore.in(data);
    }

    private TrustList list() {
        return ((StoredCtl.Sound) file().read()).list();
    }

    private static CtlRequest mixed(SecurityToken signer, SecurityToken... added) {
        return request(CtlChoice.MIXED_MODE, signer, added);
    }

    private static CtlRequest request(CtlChoice choice, SecurityToken signer, SecurityToken... added) {
        return new CtlRequest(choice, signer, List.of(added), List.of(server()));
    }

    private static CtlRequest with(ClusterServer... servers) {
        return new CtlRequest(CtlChoice.MIXED_MODE, token(1), List.of(token(2)), List.of(servers));
    }

    /** The moment the tokens were made, a day after their certificates begin. */
    private static Instant now() {
        return token(1).certificate().getNotBefore().toInstant().plus(Duration.ofDays(1));
    }

    private static SecurityToken token(int number) {
        return TOKENS.get(number - 1);
    }

    private static ClusterServer server() {
        try {
            return ClusterServer.of(new Node("ccm1", "127.0.0.1", 2000), certificates());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClusterServer serverWith(X509Certificate certificate) {
        return new ClusterServer(new ServerName("ccm2", ADDRESS), certificate, Optional.empty());
    }

    private static NodeCertificates certificates() {
        try {
            return NodeCertificates.openOrCreate(
                    home.resolve("certificates"), new NodeIdentity("ccm1", List.of(ADDRESS), "Lab"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate certificate(String subject, Instant issued) {
        return certificate(subject, issued, KeyType.RSA_1024);
    }

    private static X509Certificate certificate(String subject, Instant issued, KeyType type) {
        return new CertificateProfile(Clock.fixed(issued, ZoneOffset.UTC))
                .selfSigned(new X500Name(subject), List.of(), type)
                .certificate();
    }
}
