package org.keyline.lab.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.authority.LabAuthority.Manner;

/** The EST service of an authority (RFC 7030), over HTTPS on a port the system picks. */
public final class EstServer implements AutoCloseable {
    private static final int LONGEST = 1 << 18;
    private static final String BASE = "/.well-known/est";

    private final LabAuthority authority;
    private final HttpsServer server;

    private EstServer(LabAuthority authority, HttpsServer server) {
        this.authority = authority;
        this.server = server;
    }

    /** Opens it, with a certificate of the authority for {@code localhost}. */
    public static EstServer open(LabAuthority authority) throws IOException, GeneralSecurityException {
        return open(authority, new HttpsConfigurator(tls(authority, null)));
    }

    /** Opens it for whoever shows this certificate in the handshake, and for nobody else (RFC 7030 section 3.3.2). */
    public static EstServer openFor(X509Certificate client, LabAuthority authority)
            throws IOException, GeneralSecurityException {
        return open(authority, new HttpsConfigurator(tls(authority, new TrustManager[] {new OnlyThis(client)})) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
    }

    /**
     * Believes one certificate.
     *
     * @param client whose
     */
    private record OnlyThis(X509Certificate client) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!chain[0].equals(client)) {
                throw new CertificateException("nobody we know");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this is the server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {client};
        }
    }

    private static EstServer open(LabAuthority authority, HttpsConfigurator security) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(security);
        var est = new EstServer(authority, server);
        server.createContext(BASE + "/cacerts", est::certificates);
        server.createContext(BASE + "/simpleenroll", est::enrol);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return est;
    }

    private static SSLContext tls(LabAuthority authority, TrustManager @Nullable [] clients)
            throws GeneralSecurityException, IOException {
        var identity = authority.server();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        store.setKeyEntry("est", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), clients, null);
        return context;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void certificates(HttpExchange exchange) throws IOException {
        try (exchange) {
            say(exchange, List.of(authority.certificate()));
        }
    }

    private void enrol(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LONGEST);
            if (!isKnown(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"est\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            decide(
                    exchange,
                    new PKCS10CertificationRequest(Base64.getMimeDecoder().decode(body)));
        }
    }

    private void decide(HttpExchange exchange, PKCS10CertificationRequest request) throws IOException {
        authority.take(request);
        if (authority.manner() == Manner.REJECTS) {
            var why = "Not by our policy".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(403, why.length);
            exchange.getResponseBody().write(why);
        } else if (authority.manner() == Manner.BABBLES) {
            var noise = "<html>It works!</html>".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, noise.length);
            exchange.getResponseBody().write(noise);
        } else if (!authority.decides()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(202, -1);
        } else {
            issue(exchange, request);
        }
    }

    private void issue(HttpExchange exchange, PKCS10CertificationRequest request) throws IOException {
        try {
            say(exchange, List.of(authority.issue(request)));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        var wanted = "capf:" + authority.password();
        var given = exchange.getRequestHeaders().getFirst("Authorization");
        return authority.password().isEmpty()
                || ("Basic " + Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)))
                        .equals(given);
    }

    private static void say(HttpExchange exchange, List<X509Certificate> certificates) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(certificates));
            var bytes = generator.generate(new CMSAbsentContent(), false).getEncoded();
            var body = Base64.getMimeEncoder().encode(bytes);
            exchange.getResponseHeaders().set("Content-Type", "application/pkcs7-mime; smime-type=certs-only");
            exchange.getResponseHeaders().set("Content-Transfer-Encoding", "base64");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
