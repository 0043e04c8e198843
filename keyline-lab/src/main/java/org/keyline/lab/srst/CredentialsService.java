package org.keyline.lab.srst;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What the credentials service of a gateway does: it shows its certificate to whoever asks by TLS, and expects nothing
 * more of him.
 */
public final class CredentialsService implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket listener;
    private final Thread server =
            Thread.ofPlatform().name("credentials").daemon().unstarted(this::serve);
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicInteger talkers = new AtomicInteger();
    private volatile GatewayIdentity identity;
    private volatile SSLContext context;

    private CredentialsService(ServerSocket listener, GatewayIdentity identity)
            throws GeneralSecurityException, IOException {
        this.listener = listener;
        this.identity = identity;
        this.context = identity.context();
    }

    /** A service on 127.0.0.1 that shows this certificate, on a port the system picks. */
    public static CredentialsService showing(GatewayIdentity identity) throws IOException, GeneralSecurityException {
        var service = new CredentialsService(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), identity);
        service.server.start();
        return service;
    }

    /** From now on it shows another certificate. */
    public void shows(GatewayIdentity other) throws GeneralSecurityException, IOException {
        context = other.context();
        identity = other;
    }

    /** What it shows now. */
    public GatewayIdentity identity() {
        return identity;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many completed the handshake. */
    public int visitors() {
        return visitors.get();
    }

    /** How many of them said something after it, which a call manager does not do. */
    public int talkers() {
        return talkers.get();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                var connection = listener.accept();
                Thread.ofVirtual().name("credentials visitor").start(() -> show(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void show(Socket connection) {
        try (var tls = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true)) {
            tls.setSoTimeout(PATIENCE_MILLIS);
            tls.setEnabledProtocols(
                    identity.needsOlderTls() ? new String[] {"TLSv1.2"} : new String[] {"TLSv1.3", "TLSv1.2"});
            tls.startHandshake();
            visitors.incrementAndGet();
            if (tls.getInputStream().read() >= 0) {
                talkers.incrementAndGet();
            }
        } catch (IOException _) {
            // Who goes before the handshake is complete is no visitor, and who goes after it has said nothing.
        }
    }

    /** When this returns nobody is let in any more. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            server.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
