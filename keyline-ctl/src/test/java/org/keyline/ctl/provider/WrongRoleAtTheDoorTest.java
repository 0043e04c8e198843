package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.CtlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListRecord;
import org.keyline.trust.trustlist.TrustListVariant;

/** Good certificates of one cluster at the CTL Provider's door, in roles they are not for. */
class WrongRoleAtTheDoorTest {
    @TempDir
    static Path home;

    private static SecurityToken one;
    private static SecurityToken two;

    @TempDir
    Path data;

    private TestServer server;

    @BeforeAll
    static void makeTokens() throws Exception {
        one = SoftwareToken.create(home.resolve("one.p12"), Secret.of("Office-2026"), "SAST-one", "Lab");
        two = SoftwareToken.create(home.resolve("two.p12"), Secret.of("Office-2026"), "SAST-two", "Lab");
    }

    @BeforeEach
    void start() throws Exception {
        server = TestServer.alone(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private KeyMaterial own(CertificatePurpose purpose) throws Exception {
        var anyName = new NodeIdentity("ccm1", List.of(InetAddress.getLoopbackAddress()), "Lab");
        return NodeCertificates.openOrCreate(data.resolve("certificates"), anyName)
                .of(purpose);
    }

    /** What CAPF gave a phone, with the phone's key. */
    private KeyMaterial phone() throws Exception {
        var keys = KeyType.RSA_2048.generate();
        var lsc = new LscIssuer(own(CertificatePurpose.CAPF), 5)
                .issue("SEP001122334455", keys.getPublic(), KeyType.RSA_2048);
        return new KeyMaterial(keys.getPrivate(), lsc);
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificatePurpose.class,
            names = {"CAPF", "TVS", "HTTPS"})
    void a_client_tells_no_password_to_whoever_shows_another_certificate_of_the_server(CertificatePurpose purpose)
            throws Exception {
        isLeftAtOnce(own(purpose));
    }

    @Test
    void a_client_tells_no_password_to_whoever_shows_a_phones_certificate() throws Exception {
        isLeftAtOnce(phone());
    }

    private void isLeftAtOnce(KeyMaterial shown) throws Exception {
        try (var impostor = OddServer.showing(shown, _ -> Optional.empty())) {
            assertThatThrownBy(() -> RemoteProvider.connect(
                            "ccm1", impostor.address(), server.self().callManager()))
                    .isInstanceOfSatisfying(ProviderException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(CtlMessage.TLS_HANDSHAKE);
                        assertThat(refused.detail()).contains("another certificate than the confirmed one");
                    });
            assertThat(impostor.heard()).isZero();
        }
    }

    @Test
    void whoever_was_confirmed_under_another_certificate_gets_no_further_than_giving_its_own() throws Exception {
        var capf = own(CertificatePurpose.CAPF);
        var callManager = Octets.of(server.self().callManager().getEncoded());
        try (var impostor = OddServer.showing(
                        capf, _ -> Optional.of(new ProviderMessage.CertificateAnswer(Optional.of(callManager))));
                var client = RemoteProvider.connect("ccm1", impostor.address(), capf.certificate())) {
            assertThatThrownBy(client::callManagerCertificate)
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(CtlMessage.INVALID_THUMBPRINT));
        }
    }

    @Test
    void a_posted_list_with_a_certificate_in_a_role_it_is_not_for_is_refused_and_changes_nothing() throws Exception {
        var callManager = server.self().callManager();
        var capf = server.self().capf().orElseThrow();
        var lsc = phone().certificate();
        try (var client = server.client()) {
            var first = new CtlUpdate(client, TrustListVariant.OLD_PHONES, Clock.systemUTC())
                    .run(new CtlRequest(CtlChoice.MIXED_MODE, one, List.of(two), List.of(server.self())));
            assertThat(first).isInstanceOf(CtlOutcome.Done.class);
            var before = client.ctlFile();

            isRefused(client, "CAPF", callManager, Role.CAPF);
            isRefused(client, "TVS", callManager, Role.TVS);
            for (var role : List.of(Role.CCM, Role.CCM_TFTP, Role.TFTP, Role.TVS)) {
                isRefused(client, role.label(), capf, role);
                isRefused(client, role.label(), lsc, role);
            }
            isRefused(client, "CAPF", lsc, Role.CAPF);
            for (var certificate : List.of(callManager, capf, lsc)) {
                var list = list(List.of(one.certificate(), two.certificate(), certificate));
                isRefused(client, list, "SAST");
            }

            assertThat(client.ctlFile()).isEqualTo(before);
            assertThat(client.securityMode()).isEqualTo(ClusterSecurityMode.MIXED);
            var right = list(List.of(one.certificate(), two.certificate()), record(Role.CAPF, capf));
            assertThat(client.postCtlFile(right, false, client.ctlVersion().md5()))
                    .allMatch(place -> place.trouble().isEmpty());
            assertThat(client.ctlFile()).contains(right);
        }
    }

    private void isRefused(RemoteProvider client, String label, X509Certificate certificate, Role role)
            throws Exception {
        isRefused(client, list(List.of(one.certificate(), two.certificate()), record(role, certificate)), label);
    }

    private static void isRefused(RemoteProvider client, Octets list, String label) throws Exception {
        var base = client.ctlVersion().md5();
        assertThatThrownBy(() -> client.postCtlFile(list, false, base))
                .as(label)
                .isInstanceOfSatisfying(ProviderException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(CtlMessage.CERTIFICATE_INVALID);
                    assertThat(refused.detail()).contains(" as " + label + ", ");
                });
    }

    /** A list that phones would believe: with this server's CallManager, and what else is given. */
    private Octets list(List<X509Certificate> tokens, TrustListRecord... others) throws Exception {
        var records = Stream.concat(
                        Stream.of(record(Role.CCM_TFTP, server.self().callManager())), Stream.of(others))
                .toList();
        return CtlFile.build(
                        tokens,
                        records,
                        one,
                        TrustListVariant.OLD_PHONES,
                        Instant.now().plusSeconds(60))
                .encoded();
    }

    private static TrustListRecord record(Role role, X509Certificate certificate) throws Exception {
        var address = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");
        return TrustListRecord.full(role, certificate, new ServerName("ccm1", address));
    }
}
