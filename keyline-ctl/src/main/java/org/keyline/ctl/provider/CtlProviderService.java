package org.keyline.ctl.provider;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.message.MalformedProviderMessage;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage.Refused;
import org.keyline.ctl.provider.message.ProviderMessage.Request;
import org.keyline.ctl.provider.message.ProviderMessage.Response;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.trust.certificate.KeyMaterial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that CTL clients speak to (CTL3-16 to CTL3-22). It serves at most five clients at once (CTL3-50), each on
 * a virtual thread of its own, since all it does blocks: files, database, password hashes.
 */
public final class CtlProviderService implements Service {
    /** Clients that may configure at once. */
    public static final int MOST_CLIENTS = 5;

    private static final Logger log = LoggerFactory.getLogger(CtlProviderService.class);
    private static final int MOST_CONNECTIONS = 32;
    private static final int BACKLOG = 16;
    private static final Duration SIGN_IN = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Supplier<InetSocketAddress> address;
    private final Supplier<KeyMaterial> identity;
    private final Supplier<CtlProvider> desks;
    private final ProviderAccounts accounts;
    private final Alarms alarms;
    private final Clock clock;
    private final Set<SSLSocket> connections = ConcurrentHashMap.newKeySet();
    private final SignInThrottle throttle = new SignInThrottle();
    private final Semaphore clients = new Semaphore(MOST_CLIENTS);
    private @Nullable SSLServerSocket listener;
    private @Nullable Thread acceptor;

    /**
     * A service that is not started yet.
     *
     * @param address where it shall listen, asked at each start
     * @param identity the certificate it shows, asked at each start
     * @param desks what serves one client; closed when the client leaves
     * @param accounts who may sign in
     */
    public CtlProviderService(
            Supplier<InetSocketAddress> address,
            Supplier<KeyMaterial> identity,
            Supplier<CtlProvider> desks,
            ProviderAccounts accounts,
            Alarms alarms,
            Clock clock) {
        this.address = address;
        this.identity = identity;
        this.desks = desks;
        this.accounts = accounts;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NodeService.CTL_PROVIDER.title();
    }

    @Override
    public synchronized void start() throws IOException {
        requireReady();
        var place = address.get();
        var opened = open(place);
        listener = opened;
        acceptor = Thread.ofPlatform().name("ctl provider").daemon().start(() -> accept(opened));
        log.atInfo()
                .addKeyValue("port", "CTL Provider")
                .addKeyValue("address", PortUnavailable.text(address()))
                .log("Port open");
    }

    private void requireReady() throws IOException {
        try (var desk = desks.get()) {
            desk.requireReady();
        } catch (ProviderException e) {
            throw new IOException(e.text(Locale.ENGLISH), e);
        }
    }

    private SSLServerSocket open(InetSocketAddress place) throws IOException {
        try {
            var opened = (SSLServerSocket)
                    ProviderTls.server(identity.get()).getServerSocketFactory().createServerSocket();
            opened.setReuseAddress(true);
            opened.setEnabledProtocols(ProviderTls.PROTOCOLS);
            opened.bind(place, BACKLOG);
            return opened;
        } catch (BindException taken) {
            throw new PortUnavailable("CTL Provider", place, taken);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate of this server cannot be used for TLS", e);
        }
    }

    /** Where it listens while it runs. */
    public synchronized InetSocketAddress address() {
        var running = listener;
        if (running == null) {
            throw new IllegalStateException("The CTL Provider is not running");
        }
        return (InetSocketAddress) running.getLocalSocketAddress();
    }

    @Override
    public synchronized void stop() {
        var running = listener;
        if (running != null) {
            listener = null;
            closeQuietly(running);
            awaitAcceptor();
            connections.forEach(CtlProviderService::closeQuietly);
        }
    }

    /** The port is free only when nobody waits on it any more. */
    private void awaitAcceptor() {
        var waiting = acceptor;
        acceptor = null;
        try {
            if (waiting != null) {
                waiting.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(SSLServerSocket running) {
        while (!running.isClosed()) {
            try {
                var socket = (SSLSocket) running.accept();
                if (connections.size() >= MOST_CONNECTIONS) {
                    closeQuietly(socket);
                } else {
                    connections.add(socket);
                    Thread.ofVirtual().name("ctl client").start(() -> serve(socket));
                }
            } catch (IOException e) {
                if (!running.isClosed()) {
                    log.atWarn().addKeyValue("reason", e.getMessage()).log("A CTL client could not be accepted");
                }
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            converse(socket);
        } catch (MalformedProviderMessage | SSLException e) {
            offended(socket, e);
        } catch (SocketTimeoutException e) {
            log.atInfo().addKeyValue("peer", socket.getInetAddress()).log("A silent CTL client was closed");
        } catch (IOException lost) {
            log.atDebug().setCause(lost).log("A CTL client left");
        } catch (RuntimeException bug) {
            log.atError().setCause(bug).log("A CTL client was closed by an error of ours");
        } finally {
            connections.remove(socket);
        }
    }

    private void converse(SSLSocket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(SIGN_IN.toMillis()));
        socket.startHandshake();
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        if (!clients.tryAcquire()) {
            ProviderCodec.read(in);
            say(socket, new Refused(CtlMessage.BUSY, MOST_CLIENTS + " clients are connected"));
            return;
        }
        try (var session = new ProviderSession(desks.get(), accounts, throttle, clock, socket.getInetAddress())) {
            for (var message = ProviderCodec.read(in); message.isPresent(); message = ProviderCodec.read(in)) {
                if (!(message.get() instanceof Request request)) {
                    throw new IOException("A client sent an answer");
                }
                say(socket, session.answer(request));
                if (session.isSignedIn()) {
                    socket.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
                }
            }
        } finally {
            clients.release();
        }
    }

    private static void say(SSLSocket socket, Response response) throws IOException {
        ProviderCodec.write(socket.getOutputStream(), response);
    }

    private void offended(SSLSocket socket, IOException offence) {
        var peer = String.valueOf(socket.getInetAddress());
        var reason = String.valueOf(offence.getMessage());
        log.atWarn().addKeyValue("peer", peer).addKeyValue("reason", reason).log("A CTL client was closed");
        alarms.raise(AlarmCatalogue.PROTOCOL_VIOLATION, Map.of("peer", peer, "port", "CTL Provider", "reason", reason));
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            log.atDebug().setCause(alreadyGone).log("A socket was gone already");
        }
    }
}
