package org.keyline.trust.srst;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;

/** A gateway whose credentials service takes one connection after the other and notes what it hears. */
final class Gateway implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final SSLServerSocket listener;
    private final CompletableFuture<Integer> heard = new CompletableFuture<>();

    private Gateway(SSLServerSocket listener) {
        this.listener = listener;
    }

    /** A gateway that shows this certificate and its issuers. */
    static Gateway showing(KeyMaterial identity) throws IOException, GeneralSecurityException {
        var nothing = new char[0];
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, nothing);
        keys.setKeyEntry("gateway", identity.key(), nothing, identity.chain().toArray(X509Certificate[]::new));
        var shows = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shows.init(keys, nothing);
        var context = SSLContext.getInstance("TLS");
        context.init(shows.getKeyManagers(), null, null);
        var listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
        if (identity.certificate().getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() < 1024) {
            // A signature of TLS 1.3 does not fit into so short a key; gateways that have one are older anyway.
            listener.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        var gateway = new Gateway(listener);
        Thread.ofVirtual().start(gateway::serve);
        return gateway;
    }

    private void serve() {
        try {
            while (true) {
                try (var connection = (SSLSocket) listener.accept()) {
                    connection.setSoTimeout(30_000);
                    heard.complete(connection.getInputStream().read());
                } catch (javax.net.ssl.SSLException e) {
                    heard.completeExceptionally(e);
                }
            }
        } catch (IOException closed) {
            heard.completeExceptionally(closed);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The first byte anybody said after the handshake; -1 when he took his leave in due form without a word. */
    CompletableFuture<Integer> heard() {
        return heard;
    }

    /** A certificate that the gateway signed itself, made at this time and good for five years. */
    static KeyMaterial selfSigned(String name, KeyType key, Instant made) {
        return new CertificateProfile(Clock.fixed(made, ZoneOffset.UTC))
                .selfSigned(new X500Name("CN=" + name), List.of(), key);
    }

    /** A certificate that another one issued. */
    static KeyMaterial issued(String name, KeyMaterial issuer) throws OperatorCreationException {
        var keys = KeyType.RSA_2048.generate();
        var builder = new JcaX509v3CertificateBuilder(
                issuer.certificate(),
                BigInteger.TEN,
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(400))),
                new X500Name("CN=" + name),
                keys.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer.key());
        return new KeyMaterial(keys.getPrivate(), Certificates.of(builder.build(signer)), issuer.chain());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
