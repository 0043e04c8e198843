package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A TLS server that shows some certificate, and listens to whoever believes it. */
final class ImpostorServer implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final SSLServerSocket listening;
    private final LinkedBlockingQueue<Boolean> believed = new LinkedBlockingQueue<>();

    ImpostorServer(PrivateKey key, X509Certificate certificate) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, NO_PASSWORD, new X509Certificate[] {certificate});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("impostor").start(this::serve);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (var peer = (SSLSocket) listening.accept()) {
                believed.add(isBelieved(peer));
            } catch (IOException closed) {
                assertThat(listening.isClosed()).isTrue();
            }
        }
    }

    /** Whether the peer ends the handshake and then says something, or waits for what is said. */
    private static boolean isBelieved(SSLSocket peer) {
        try {
            peer.setSoTimeout(2_000);
            peer.startHandshake();
            peer.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (java.net.SocketTimeoutException waits) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Whether the next peer believed it. */
    boolean wasBelieved() throws InterruptedException {
        var next = believed.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("awaited somebody who connects");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
