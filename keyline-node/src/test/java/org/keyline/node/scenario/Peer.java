package org.keyline.node.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Somebody who is no phone at all. */
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    private Peer(Socket socket) {
        this.socket = socket;
    }

    static Peer connects(InetSocketAddress server) throws IOException {
        var socket = new Socket();
        socket.connect(server, Math.toIntExact(PATIENCE.toMillis()));
        return new Peer(socket);
    }

    /** Begins TLS, believes any server and has no certificate to show. */
    static Peer connectsOverTls(InetSocketAddress server) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Gullible()}, null);
        return new Peer(context.getSocketFactory().createSocket(server.getAddress(), server.getPort()));
    }

    /** Says it; that the server has closed meanwhile is no failure. */
    Peer says(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closedAlready) {
            return this;
        }
        return this;
    }

    Peer says(String text) {
        return says(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Waits until the server closes the connection, passing over what it still says. */
    void isClosed() throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the server kept the connection open: " + socket, open);
        } catch (IOException reset) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Believes anybody. */
    private static final class Gullible implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
