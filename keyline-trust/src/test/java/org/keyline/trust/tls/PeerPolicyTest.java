package org.keyline.trust.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keyline.trust.workbench.TestAuthority.NOW;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.lsc.PhoneCertificateVerdict;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.workbench.OpenSsl;
import org.keyline.trust.workbench.TestAuthority;

class PeerPolicyTest {
    private final KeyMaterial capf = TestAuthority.authority("CN=CAPF-1,O=Lab");
    private final List<PhoneCertificateVerdict.Refused> refused = new ArrayList<>();
    private final PeerPolicy policy = new PeerPolicy(accepting(capf), refused::add, TestAuthority.at(NOW));

    @TempDir
    java.nio.file.Path directory;

    @Test
    void a_phone_with_an_lsc_of_capf_is_admitted() throws Exception {
        policy.trustManager().checkClientTrusted(chain(TestAuthority.phone(capf)), "RSA");

        assertThat(refused).isEmpty();
    }

    @Test
    void foreign_expired_self_made_and_missing_certificates_are_refused_with_the_reason() {
        var other = TestAuthority.authority("CN=Other,O=Lab");
        var expired = TestAuthority.phone(capf, TestAuthority.PHONE, NOW.minus(Duration.ofDays(366)));

        refuses(TestAuthority.phone(other), "not an accepted issuer");
        refuses(expired, "expired at");
        refuses(other, "self-made");
        assertThatThrownBy(() -> policy.trustManager().checkClientTrusted(new X509Certificate[0], "RSA"))
                .isInstanceOf(CertificateException.class);
        assertThat(refused)
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactly("ForeignIssuer", "Expired", "SelfMade");
    }

    @Test
    void a_new_issuer_is_accepted_from_the_moment_it_is_known() throws Exception {
        var renewed = TestAuthority.authority("CN=CAPF-2,O=Lab");
        var phone = TestAuthority.phone(renewed);
        var manager = policy.trustManager();
        refuses(phone, "not an accepted issuer");

        policy.accept(accepting(capf, renewed));

        manager.checkClientTrusted(chain(phone), "RSA");
        manager.checkClientTrusted(chain(TestAuthority.phone(capf)), "RSA");
    }

    @Test
    void it_says_nothing_about_servers_and_nobody_admits_nobody() {
        var phone = TestAuthority.phone(capf);

        assertThatThrownBy(() -> policy.trustManager().checkServerTrusted(chain(phone), "RSA"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> PeerPolicy.nobody().trustManager().checkClientTrusted(chain(phone), "RSA"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void a_running_server_goes_by_the_changed_policy() throws Exception {
        var renewed = TestAuthority.authority("CN=CAPF-2,O=Lab");
        PemKeyFile.write(directory.resolve("phone.pem"), TestAuthority.phone(renewed));
        var settings = TlsSettings.signalling(TlsProfile.MODERN, TestAuthority.authority("CN=ccm1,O=Lab"), policy);
        try (var server = new TlsServer(settings);
                var threads = Executors.newSingleThreadExecutor()) {
            var first = threads.submit(server::serveOne);
            connect(server.port());
            assertThat(first.get()).startsWith("refused: (certificate_unknown) The certificate of CN=SEP001122334455");

            policy.accept(accepting(renewed));
            var second = threads.submit(server::serveOne);
            connect(server.port());
            assertThat(second.get()).isEqualTo("TLSv1.3 TLS_AES_128_GCM_SHA256");
        }
    }

    @Test
    void the_modern_profile_offers_no_old_protocol_and_no_suite_without_encryption() {
        var identity = TestAuthority.authority("CN=ccm1,O=Lab");
        var modern = TlsSettings.signalling(TlsProfile.MODERN, identity, policy);
        var legacy = TlsSettings.signalling(TlsProfile.LEGACY_PHONE, identity, policy);

        assertThat(modern.protocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(modern.cipherSuites())
                .allMatch(CipherSuites::isEncrypting)
                .noneMatch(suite -> suite.contains("CBC"));
        assertThat(modern.engine()).isEqualTo(TlsEngine.OPENSSL);
        assertThat(legacy.cipherSuites()).endsWith("TLS_RSA_WITH_AES_256_CBC_SHA", CipherSuites.AUTHENTICATED_ONLY);
        assertThat(legacy.engine()).isEqualTo(TlsEngine.JDK);
        assertThat(CipherSuites.isEncrypting(CipherSuites.AUTHENTICATED_ONLY)).isFalse();
        assertThat(TlsSettings.serverOnly(TlsProfile.LEGACY_PHONE, identity).cipherSuites())
                .allMatch(CipherSuites::isEncrypting);
        assertThat(modern.toString()).contains("(hidden)");
    }

    @Test
    void only_what_old_phones_need_is_allowed_again() {
        assertThat(LegacyAlgorithms.trimmed(
                        "SSLv3, TLSv1, TLSv1.1, RC4, anon, NULL, TLS_RSA_*, rsa_pkcs1_sha1 usage HandshakeSignature"))
                .isEqualTo("SSLv3, RC4, anon");
    }

    private void refuses(KeyMaterial client, String reason) {
        assertThatThrownBy(() -> policy.trustManager().checkClientTrusted(chain(client), "RSA"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(reason);
    }

    private void connect(int port) throws Exception {
        var file = directory.resolve("phone.pem");
        OpenSsl.run(
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-cert",
                file,
                "-key",
                file,
                "-ign_eof",
                "-cipher",
                "ALL:@SECLEVEL=0");
    }

    private static PhoneCertificates accepting(KeyMaterial... issuers) {
        return new PhoneCertificates(
                java.util.Arrays.stream(issuers).map(KeyMaterial::certificate).toList(), List.of());
    }

    private static X509Certificate[] chain(KeyMaterial client) {
        return new X509Certificate[] {client.certificate()};
    }
}
