package org.keyline.trust.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.lsc.PhoneCertificates;

/** A TLS server of the JDK that does what its settings say, for one connection after the other. */
public final class TlsServer implements AutoCloseable {
    private final SSLServerSocket socket;

    TlsServer(TlsSettings settings) throws IOException, GeneralSecurityException {
        socket = (SSLServerSocket)
                context(settings).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(settings.protocols().toArray(String[]::new));
        socket.setEnabledCipherSuites(settings.cipherSuites().toArray(String[]::new));
        socket.setNeedClientAuth(settings.clientAuthentication() == ClientAuthentication.NEED);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Takes one connection and answers each byte with two writes; says how the handshake went. */
    String serveOne() throws IOException {
        try (var connection = (SSLSocket) socket.accept()) {
            connection.setSoTimeout(30_000);
            connection.startHandshake();
            var out = connection.getOutputStream();
            out.write("first\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.write("second\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return connection.getSession().getProtocol() + " "
                    + connection.getSession().getCipherSuite();
        } catch (javax.net.ssl.SSLException e) {
            return "refused: " + e.getMessage();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A process with the legacy algorithms enabled. Arguments: the server's PEM file, the CA's PEM file. Prints its
     * port, then one line for each connection.
     */
    public static void main(String[] arguments) throws Exception {
        LegacyAlgorithms.enable();
        var issuer = PemKeyFile.read(Path.of(arguments[1])).certificate();
        var policy =
                new PeerPolicy(new PhoneCertificates(List.of(issuer), List.of()), refused -> {}, Clock.systemUTC());
        var identity = PemKeyFile.read(Path.of(arguments[0]));
        try (var server = new TlsServer(TlsSettings.signalling(TlsProfile.LEGACY_PHONE, identity, policy))) {
            System.out.println(server.port());
            while (true) {
                System.out.println(server.serveOne());
            }
        }
    }

    private static SSLContext context(TlsSettings settings) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", settings.identity().key(), new char[0], new Certificate[] {
            settings.identity().certificate()
        });
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {settings.peers().trustManager()}, null);
        return context;
    }
}
