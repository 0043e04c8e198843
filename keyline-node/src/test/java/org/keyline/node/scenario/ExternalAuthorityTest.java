package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.lab.authority.EstServer;
import org.keyline.lab.authority.LabAuthority;
import org.keyline.lab.authority.LabAuthority.Manner;
import org.keyline.lab.authority.ScepResponder;
import org.keyline.spec.Spec;
import org.keyline.trust.authority.AuthorityException;
import org.keyline.trust.authority.AuthorityException.Reason;
import org.keyline.trust.authority.AuthoritySettings;
import org.keyline.trust.authority.AuthoritySettings.Protocol;
import org.keyline.trust.authority.ExternalAuthority;
import org.keyline.trust.authority.PhoneRequest;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.secret.Secret;

/** Authorities elsewhere, asked over real HTTP and HTTPS, good ones and bad ones. */
class ExternalAuthorityTest {
    private static final String PHONE = "SEP001122334455";
    private static final String SECRET = "s3same-0pen";
    private static final KeyPair KEY = KeyType.RSA_2048.generate();
    private static final KeyMaterial CAPF = new CertificateProfile(Clock.systemUTC())
            .create(
                    CertificatePurpose.CAPF,
                    new NodeIdentity("node1", List.of(InetAddress.getLoopbackAddress()), "Lab"),
                    KeyType.RSA_2048);

    @TempDir
    private Path folder;

    private String password = "";
    private Duration patience = Duration.ofSeconds(60);
    private final List<X509Certificate> kept = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private LabAuthority authority;

    @SuppressWarnings("NullAway.Init")
    private ScepResponder scep;

    @SuppressWarnings("NullAway.Init")
    private EstServer est;

    @BeforeEach
    void open() throws Exception {
        authority = LabAuthority.called("Enterprise CA");
        scep = ScepResponder.open(authority, "/certsrv/mscep/mscep.dll");
        est = EstServer.open(authority);
    }

    @AfterEach
    void close() {
        scep.close();
        est.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SCEP, RSA_512",
        "SCEP, RSA_2048",
        "SCEP, EC_P256",
        "SCEP, EC_P521",
        "EST, RSA_2048",
        "EST, RSA_4096",
        "EST, EC_P384"
    })
    @Spec({"CAPF-003", "CAPF-012", "CAPF-030"})
    void a_request_that_the_phone_signed_becomes_a_certificate(Protocol protocol, KeyType type) throws Exception {
        var key = type.generate();
        authority.wanting(SECRET);
        password = SECRET;

        var lsc = enrol(capf(protocol), key);

        assertThat(lsc.getPublicKey()).isEqualTo(key.getPublic());
        assertThat(kept).containsExactly(authority.certificate());
        var request = authority.requests().getFirst();
        Files.write(folder.resolve("request.der"), request.getEncoded());
        Files.write(folder.resolve("lsc.pem"), PemKeyFile.text(lsc));
        Files.write(folder.resolve("ca.pem"), PemKeyFile.text(authority.certificate()));
        assertThat(openssl("req", "-inform", "DER", "-in", "request.der", "-verify", "-noout", "-text"))
                .contains("verify OK", PHONE)
                .contains("TLS Web Server Authentication", "TLS Web Client Authentication", "IPSec End System");
        assertThat(openssl("verify", "-auth_level", "0", "-CAfile", "ca.pem", "lsc.pem"))
                .contains("lsc.pem: OK");
        assertThat(openssl("x509", "-in", "lsc.pem", "-noout", "-ext", "extendedKeyUsage"))
                .contains("TLS Web Server Authentication, TLS Web Client Authentication, IPSec End System");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    @Spec("CAPF-003")
    void an_authority_that_takes_its_time_is_asked_again(Protocol protocol) throws Exception {
        authority.hesitating(2);

        assertThat(enrol(capf(protocol), KEY).getPublicKey()).isEqualTo(KEY.getPublic());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void an_authority_that_never_decides_is_given_up_after_the_time_limit(Protocol protocol) {
        authority.answering(Manner.HESITATES);
        patience = Duration.ofSeconds(2);

        fails(protocol, Reason.UNDECIDED);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    @Spec("CAPF-031")
    void an_authority_may_refuse_by_its_own_policy(Protocol protocol) {
        authority.answering(Manner.REJECTS);

        fails(protocol, Reason.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void a_wrong_password_is_a_refusal_and_appears_in_no_message(Protocol protocol) {
        authority.wanting("another");
        password = SECRET;

        var trouble = fails(protocol, Reason.REFUSED);

        assertThat(trouble.what()).doesNotContain(SECRET);
        assertThat(capf(protocol).draft(PHONE, KEY.getPublic()).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "SCEP, MISTAKES_THE_KEY",
        "SCEP, MISTAKES_THE_NAME",
        "SCEP, ISSUES_EXPIRED",
        "EST, MISTAKES_THE_KEY",
        "EST, MISTAKES_THE_NAME",
        "EST, ISSUES_EXPIRED"
    })
    void a_certificate_for_another_key_or_name_or_time_is_not_handed_on(Protocol protocol, Manner mistake) {
        authority.answering(mistake);

        fails(protocol, Reason.UNFIT);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void nonsense_is_called_nonsense(Protocol protocol) {
        authority.answering(Manner.BABBLES);

        fails(protocol, Reason.NONSENSE);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void an_authority_that_is_not_the_configured_one_is_told_nothing(Protocol protocol) throws Exception {
        var other = LabAuthority.called("Enterprise CA");
        var capf = capf(settings(protocol, other.fingerprint()), List.of());

        assertThatThrownBy(() -> enrol(capf, KEY))
                .isInstanceOfSatisfying(
                        AuthorityException.class,
                        trouble -> assertThat(trouble.reason()).isEqualTo(Reason.NOT_TRUSTED));
        assertThat(authority.requests()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void without_a_fingerprint_imported_certificates_count_and_nothing_else(Protocol protocol) throws Exception {
        var unnamed = settings(protocol, "");

        assertThatThrownBy(() -> enrol(capf(unnamed, List.of()), KEY))
                .isInstanceOfSatisfying(
                        AuthorityException.class,
                        trouble -> assertThat(trouble.reason()).isEqualTo(Reason.NOT_TRUSTED));
        assertThat(enrol(capf(unnamed, List.of(authority.certificate())), KEY).getPublicKey())
                .isEqualTo(KEY.getPublic());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void an_authority_that_is_down_cannot_be_reached(Protocol protocol) throws Exception {
        scep.close();
        est.close();

        fails(protocol, Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void what_the_phone_did_not_sign_never_reaches_the_authority(Protocol protocol) throws Exception {
        var capf = capf(protocol);
        var request = capf.draft(PHONE, KEY.getPublic());
        var other = KeyType.RSA_2048.generate();

        assertThatThrownBy(() -> capf.issue(request, sign(other, request.toSign())))
                .isInstanceOf(PhoneRequest.NotSigned.class);
        assertThatThrownBy(() -> capf.issue(request, new byte[0])).isInstanceOf(PhoneRequest.NotSigned.class);
        assertThatThrownBy(() -> capf.issue(request, new byte[256])).isInstanceOf(PhoneRequest.NotSigned.class);
        assertThat(authority.requests()).isEmpty();
    }

    @Test
    void the_challenge_password_stands_in_scep_requests_only() throws Exception {
        authority.wanting(SECRET);
        password = SECRET;
        enrol(capf(Protocol.SCEP), KEY);
        enrol(capf(Protocol.EST), KEY);

        var requests = authority.requests();
        assertThat(text(requests.get(0).getEncoded())).contains(SECRET);
        assertThat(text(requests.get(1).getEncoded())).doesNotContain(SECRET);
    }

    @Test
    @Spec("CAPF-003")
    void an_est_server_that_wants_a_certificate_instead_of_a_password_knows_capf_by_its_own() throws Exception {
        est.close();
        est = EstServer.openFor(CAPF.certificate(), authority);
        var byCertificate = new AuthoritySettings(
                Protocol.EST,
                settings(Protocol.EST, "").address(),
                AuthoritySettings.fingerprint(authority.fingerprint()),
                "",
                Secret.of(""),
                patience,
                Duration.ofMillis(100));

        assertThat(enrol(capf(byCertificate, List.of()), KEY).getPublicKey()).isEqualTo(KEY.getPublic());

        var other = new CertificateProfile(Clock.systemUTC())
                .create(
                        CertificatePurpose.CAPF,
                        new NodeIdentity("node2", List.of(InetAddress.getLoopbackAddress()), "Lab"),
                        KeyType.RSA_2048);
        var stranger = new ExternalAuthority(byCertificate, other, List::of, kept::add, Clock.systemUTC());
        assertThatThrownBy(() -> enrol(stranger, KEY)).isInstanceOf(AuthorityException.class);
        assertThat(authority.requests()).hasSize(1);
    }

    private AuthorityException fails(Protocol protocol, Reason reason) {
        try {
            enrol(capf(protocol), KEY);
            throw new AssertionError("the authority issued a certificate");
        } catch (AuthorityException trouble) {
            assertThat(trouble.reason()).as(trouble.what()).isEqualTo(reason);
            assertThat(kept).isEmpty();
            return trouble;
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    private ExternalAuthority capf(Protocol protocol) {
        try {
            return capf(settings(protocol, authority.fingerprint()), List.of());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ExternalAuthority capf(AuthoritySettings settings, List<X509Certificate> trusted) {
        return new ExternalAuthority(settings, CAPF, () -> trusted, kept::add, Clock.systemUTC());
    }

    private AuthoritySettings settings(Protocol protocol, String fingerprint) {
        var address = switch (protocol) {
            case SCEP -> "http://127.0.0.1:" + scep.port() + "/certsrv/mscep/mscep.dll";
            case EST -> "https://127.0.0.1:" + est.port() + "/.well-known/est";
        };
        return new AuthoritySettings(
                protocol,
                URI.create(address),
                AuthoritySettings.fingerprint(fingerprint),
                protocol == Protocol.EST ? "capf" : "",
                Secret.of(password),
                patience,
                Duration.ofMillis(100));
    }

    private static X509Certificate enrol(ExternalAuthority capf, KeyPair key) throws Exception {
        var request = capf.draft(PHONE, key.getPublic());
        return capf.issue(request, sign(key, request.toSign()));
    }

    /** As a phone does: the bare private-key operation. */
    private static byte[] sign(KeyPair key, byte[] block) throws Exception {
        var signature =
                Signature.getInstance(key.getPrivate().getAlgorithm().equals("RSA") ? "NONEwithRSA" : "NONEwithECDSA");
        signature.initSign(key.getPrivate());
        signature.update(block);
        return signature.sign();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String openssl(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return text(output.readAllBytes());
        }
    }
}
