package org.keyline.lab.capf;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PeerCheck;
import org.keyline.lab.trust.Role;

/** Runs CAPF sessions for one phone over TLS. Blocking; call it from a virtual thread. */
public final class CapfClient {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 30_000;

    private final String deviceName;
    private final Flash flash;
    private final CapfManners manners;
    private final Pauses pauses;
    private final KeyOrder.Maker keys;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    /** A client of a phone whose certificates and trust lists are in that flash. */
    public CapfClient(String deviceName, Flash flash, CapfManners manners) {
        this(deviceName, flash, manners, Pauses.REAL);
    }

    /** The same with keys that somebody else makes: where many enrol, their own keys would take all the time. */
    public static CapfClient withKeys(String deviceName, Flash flash, CapfManners manners, KeyOrder.Maker keys) {
        return new CapfClient(deviceName, flash, manners, Pauses.REAL, keys);
    }

    CapfClient(String deviceName, Flash flash, CapfManners manners, Pauses pauses) {
        this(deviceName, flash, manners, pauses, KeyOrder.Maker.FRESH);
    }

    private CapfClient(String deviceName, Flash flash, CapfManners manners, Pauses pauses, KeyOrder.Maker keys) {
        this.keys = keys;
        this.deviceName = deviceName;
        this.flash = flash;
        this.manners = manners;
        this.pauses = pauses;
    }

    /** Ends what it does, at any time: the user pressed Stop, or the power is gone. */
    public void stop() {
        stopped.complete(null);
    }

    /** Runs a session; after a lost connection tries again as real phones do. */
    public CapfOutcome run(InetSocketAddress server, CapfAuthentication authentication) {
        flash.report("LSC: pending");
        var outcome = attempt(server, authentication);
        for (int retry = 0; retry < manners.retries() && outcome instanceof CapfOutcome.Lost; retry++) {
            if (stopped.isDone() || !pause(manners.retryPause())) {
                return outcome;
            }
            outcome = attempt(server, authentication);
        }
        if (!outcome.isSuccess() && !stopped.isDone()) {
            flash.report(outcome instanceof CapfOutcome.Lost ? "LSC: connection failed" : "LSC: failed");
        }
        return outcome;
    }

    /** Runs one session, once. */
    public CapfOutcome attempt(InetSocketAddress server, CapfAuthentication authentication) {
        try (var socket = connect(server)) {
            var _ = stopped.thenRun(() -> close(socket));
            return new CapfSession(deviceName, authentication, flash, manners, keys)
                    .run(socket.getInputStream(), socket.getOutputStream());
        } catch (SSLHandshakeException e) {
            return new CapfOutcome.NotTrusted(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new CapfOutcome.Lost(String.valueOf(e));
        } catch (CapfTrouble | GeneralSecurityException e) {
            return new CapfOutcome.Nonsense(String.valueOf(e.getMessage()));
        }
    }

    private SSLSocket connect(InetSocketAddress server) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new PeerCheck(flash, Role.CAPF::equals)}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void close(SSLSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone, which is what was wanted
        }
    }

    private boolean pause(Duration pause) {
        try {
            pauses.pass(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
