package org.keyline.trust.srst;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.keyline.trust.srst.Fetched.Failed;
import org.keyline.trust.srst.Fetched.Shown;
import org.keyline.trust.srst.Fetched.Trouble;

/**
 * Asks the Certificate Provider of a gateway (its credentials service) for the gateway's certificate: a TLS handshake
 * without a certificate of ours, and nothing said or read after it (spec SRST-03, SRST-05).
 *
 * @param legacy whether TLS 1.0 and short keys are admitted, as for phones of the old generations; needs
 *     {@link org.keyline.trust.tls.LegacyAlgorithms#enable()} at the start of the process
 * @param clock by which certificates begin and end
 * @param connect how long to wait for a connection
 * @param handshake how long the handshake may take in all
 */
public record CertificateProvider(boolean legacy, Clock clock, Duration connect, Duration handshake) {
    /** How long a gateway has to answer. */
    public static final Duration CONNECT = Duration.ofSeconds(5);
    /** How long its handshake may take. */
    public static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private static final String[] MODERN = {"TLSv1.3", "TLSv1.2"};
    private static final String[] ALL = {"TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"};

    /** With the usual patience. */
    public CertificateProvider(boolean legacy, Clock clock) {
        this(legacy, clock, CONNECT, HANDSHAKE);
    }

    /** Asks the gateway at this address. Blocks for at most the two times, and as long as its name takes to resolve. */
    public Fetched fetch(String host, int port) {
        var address = new InetSocketAddress(host, port);
        var gateway = host + " (" + port + ")";
        if (address.isUnresolved()) {
            return new Failed(Trouble.UNKNOWN_HOST, host, "");
        }
        try (var socket = new Socket()) {
            var trouble = connected(socket, address);
            return trouble.isPresent()
                    ? new Failed(trouble.get().trouble(), gateway, trouble.get().detail())
                    : shown(socket, host, gateway);
        } catch (IOException closing) {
            return new Failed(Trouble.UNREACHABLE, gateway, reason(closing));
        }
    }

    private record Unconnected(Trouble trouble, String detail) {}

    private Optional<Unconnected> connected(Socket socket, InetSocketAddress address) {
        try {
            socket.connect(address, Math.toIntExact(connect.toMillis()));
            return Optional.empty();
        } catch (SocketTimeoutException late) {
            return Optional.of(new Unconnected(Trouble.NO_ANSWER, Long.toString(connect.toSeconds())));
        } catch (ConnectException refused) {
            return Optional.of(new Unconnected(Trouble.REFUSED, ""));
        } catch (IOException e) {
            return Optional.of(new Unconnected(Trouble.UNREACHABLE, reason(e)));
        }
    }

    /** A gateway that sends a byte now and then does not get more time: the deadline closes its connection. */
    private Fetched shown(Socket socket, String host, String gateway) {
        var chain = new ShownChain();
        var late = new AtomicBoolean();
        var deadline = CompletableFuture.runAsync(
                () -> giveUp(socket, late),
                CompletableFuture.delayedExecutor(handshake.toMillis(), TimeUnit.MILLISECONDS));
        try (var tls =
                (SSLSocket) context(chain).getSocketFactory().createSocket(socket, host, socket.getPort(), true)) {
            tls.setEnabledProtocols(legacy ? ALL : MODERN);
            tls.startHandshake();
            return judged(chain, host, tls.getSession().getProtocol());
        } catch (IOException e) {
            return late.get()
                    ? new Failed(Trouble.SILENT, gateway, Long.toString(handshake.toSeconds()))
                    : failed(e, chain, gateway);
        } finally {
            deadline.cancel(false);
        }
    }

    private static void giveUp(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException closed) {
            late.set(true);
        }
    }

    private Fetched judged(ShownChain chain, String host, String protocol) {
        var fitness = new Fitness(clock.instant(), legacy);
        var own = chain.certificates().getFirst();
        return fitness.trouble(chain.certificates())
                .<Fetched>map(trouble -> trouble)
                .orElseGet(() -> new Shown(new GatewayCertificate(own, fitness.doubts(own, host, protocol))));
    }

    /** An unfit certificate says more than the failure that may come of it. */
    private Failed failed(IOException e, ShownChain chain, String gateway) {
        var reason = reason(e);
        var unfit = Optional.of(chain.certificates())
                .filter(shown -> !shown.isEmpty())
                .flatMap(new Fitness(clock.instant(), legacy)::trouble);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return reason.startsWith("Unsupported or unrecognized SSL message")
                ? new Failed(Trouble.NO_TLS, gateway, "")
                : new Failed(Trouble.HANDSHAKE_FAILED, gateway, reason);
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }

    private static SSLContext context(ShownChain chain) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {chain}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot speak TLS", e);
        }
    }
}
