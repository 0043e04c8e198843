package org.keyline.sccp;

import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.keyline.model.server.NodeService;
import org.keyline.sccp.session.SccpPipeline;
import org.keyline.sccp.session.Sessions;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.transport.ConnectionCounters;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;
import org.keyline.trust.tls.TlsSettings;

/** SCCP over TCP and over TLS, as the service that tools know as the call manager. */
public final class SccpService implements Service {
    private static final long LOOK_AFTER_SECONDS = 5;

    private final SccpPorts ports;
    private final EventLoops loops;
    private final Alarms alarms;
    private final SccpStack stack;
    private volatile TlsSettings tls;
    private @Nullable Running running;

    /**
     * A service that is not started yet.
     *
     * @param tls the server's certificate, and which clients are admitted on the TLS port
     */
    public SccpService(SccpPorts ports, EventLoops loops, Alarms alarms, SccpStack stack, TlsSettings tls) {
        this.ports = ports;
        this.loops = loops;
        this.alarms = alarms;
        this.stack = stack;
        this.tls = tls;
    }

    private record Running(TcpServer plain, TcpServer secure, Sessions sessions, Future<?> watch) {}

    @Override
    public String name() {
        return NodeService.CALLMANAGER.title();
    }

    @Override
    public synchronized void start() throws IOException {
        if (running != null) {
            return;
        }
        var sessions = new Sessions();
        var pipeline = new SccpPipeline(stack.context(() -> tls.peers()), sessions);
        var plain = open("SCCP", ports.plain(), pipeline, Optional.empty());
        try {
            var secure = open("SCCP over TLS", ports.secure(), pipeline, Optional.of(tls));
            var watch = loops.group()
                    .scheduleAtFixedRate(sessions::lookAfter, LOOK_AFTER_SECONDS, LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
            running = new Running(plain, secure, sessions, watch);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private TcpServer open(String name, int port, SccpPipeline pipeline, Optional<TlsSettings> secured)
            throws IOException {
        var builder = TcpServer.named(name, loops, alarms).limits(ports.limits());
        secured.ifPresent(builder::tls);
        return builder.listen(
                new InetSocketAddress(ports.address(), port), (handlers, _) -> pipeline.furnish(handlers));
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.watch().cancel(false);
            running.plain().close();
            running.secure().close();
            running = null;
        }
    }

    /** From now on new TLS connections get this certificate and go by this policy; open ones stay as they are. */
    public synchronized void renew(TlsSettings settings) throws SSLException {
        if (running != null) {
            running.secure().renew(settings);
        }
        tls = settings;
    }

    /** Where SCCP over TCP is served; fails when the service does not run. */
    public synchronized InetSocketAddress plainAddress() {
        return running().plain().address();
    }

    /** Where SCCP over TLS is served; fails when the service does not run. */
    public synchronized InetSocketAddress secureAddress() {
        return running().secure().address();
    }

    /** Connections of the TCP port. */
    public synchronized ConnectionCounters plainConnections() {
        return running().plain().counters();
    }

    /** Connections of the TLS port. */
    public synchronized ConnectionCounters secureConnections() {
        return running().secure().counters();
    }

    /** How many phones are connected, registered or not. */
    public synchronized int connections() {
        return running().sessions().size();
    }

    /** Lets the sessions look after themselves now instead of within five seconds. */
    synchronized void lookAfterSessions() {
        running().sessions().lookAfter();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("The service does not run");
        }
        return running;
    }
}
