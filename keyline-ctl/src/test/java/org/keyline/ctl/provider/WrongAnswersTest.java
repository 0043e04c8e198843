package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;

/** A client against a server of another making. */
class WrongAnswersTest {
    private static final KeyMaterial IDENTITY =
            new CertificateProfile(Clock.systemUTC()).selfSigned(new X500Name("CN=other"), List.of(), KeyType.RSA_2048);

    @Test
    @Spec({
        "CTL9-M089",
        "CTL9-M090",
        "CTL9-M091",
        "CTL9-M092",
        "CTL9-M093",
        "CTL9-M094",
        "CTL9-M098",
        "CTL9-M095",
        "CTL9-M096",
        "CTL9-M097",
        "CTL9-17"
    })
    void an_answer_of_another_kind_is_named_with_its_operation() throws Exception {
        try (var server = new Other(ProviderMessage.VERSION, true);
                var client = server.client()) {
            says(
                    () -> client.authenticate("admin", Secret.of("password")),
                    "Invalid Response for Authenticate User operation.");
            says(client::servers, "Invalid Response for Get CCM List operation.");
            says(client::callManagerCertificate, "Invalid Response for Get CCM Certificate operation.");
            says(client::capfCertificate, "Invalid Response for Get CAPF Certificate operation.");
            says(client::capfFiles, "Invalid Response for Get CAPF File operation.");
            says(client::ctlFile, "Invalid Response for get CTL File operation.");
            says(client::securityMode, "Invalid Response for Get Cluster Security Mode operation.");
            says(client::ctlVersion, "Invalid Response for Get CTL Version operation.");
            says(client::paths, "Invalid Response for Get Alternate Paths operation.");
        }
    }

    @Test
    @Spec({"CTL9-17", "CTL9-M017"})
    void a_server_of_another_version_is_left_at_once() throws Exception {
        try (var server = new Other(1, true)) {
            says(server::client, "CTL Client version is not compatible with the CTL Provider");
        }
    }

    @Test
    @Spec("CTL9-M083")
    void bytes_that_are_no_message_are_told() throws Exception {
        try (var server = new Other(ProviderMessage.VERSION, false)) {
            says(server::client, "Parsing data from CTLProvider failed.");
        }
    }

    private static void says(ThrowingCallable what, String text) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.reason().text()).isEqualTo(text));
    }

    /** Welcomes with its version, and has one answer to all the rest. */
    private static final class Other implements AutoCloseable {
        private final SSLServerSocket listener;

        Other(int version, boolean speaksTheProtocol) throws Exception {
            listener = (SSLServerSocket) ProviderTls.server(IDENTITY)
                    .getServerSocketFactory()
                    .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
            Thread.ofVirtual().start(() -> serve(version, speaksTheProtocol));
        }

        private void serve(int version, boolean speaksTheProtocol) {
            try (var socket = (SSLSocket) listener.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                while (ProviderCodec.read(in).isPresent()) {
                    if (speaksTheProtocol) {
                        ProviderCodec.write(socket.getOutputStream(), new ProviderMessage.Welcome(version, "other"));
                    } else {
                        socket.getOutputStream().write(new byte[] {0, 0, 0, 1, 99});
                    }
                }
            } catch (IOException left) {
                // the client has seen enough
            }
        }

        RemoteProvider client() throws ProviderException {
            return RemoteProvider.connect(
                    "other", (InetSocketAddress) listener.getLocalSocketAddress(), IDENTITY.certificate());
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
