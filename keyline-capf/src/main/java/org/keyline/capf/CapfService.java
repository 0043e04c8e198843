package org.keyline.capf;

import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.capf.authentication.Gate;
import org.keyline.capf.authority.ConfiguredAuthority;
import org.keyline.capf.log.CapfLog;
import org.keyline.capf.operation.CapfParameters;
import org.keyline.capf.operation.CertificateTrace;
import org.keyline.capf.operation.ExpiredOperations;
import org.keyline.capf.operation.Operations;
import org.keyline.capf.operation.Outcomes;
import org.keyline.capf.session.CapfServer;
import org.keyline.capf.session.Desk;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.transport.EventLoops;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tls.TlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that gives phones their certificates. Its service parameters, its port and its key are those of the
 * moment it starts (spec CAPF-044).
 */
public final class CapfService implements Service {
    private static final Logger log = LoggerFactory.getLogger(CapfService.class);
    private static final long SWEEP_SECONDS = 60;

    private final Supplier<InetSocketAddress> port;
    private final CapfNetwork network;
    private final SnapshotSource configuration;
    private final CapfTrust trust;
    private final OperationStore store;
    private final Consumer<DeviceName> restart;
    private @Nullable CapfServer server;
    private @Nullable Future<?> sweep;

    /**
     * A service that is not started yet.
     *
     * @param port where it shall listen, asked at each start
     * @param restart has a phone whose certificate changed load its configuration again; must return at once
     */
    public CapfService(
            Supplier<InetSocketAddress> port,
            CapfNetwork network,
            SnapshotSource configuration,
            CapfTrust trust,
            OperationStore store,
            Consumer<DeviceName> restart) {
        this.port = port;
        this.network = network;
        this.configuration = configuration;
        this.trust = trust;
        this.store = store;
        this.restart = restart;
    }

    @Override
    public String name() {
        return NodeService.CAPF.title();
    }

    @Override
    public synchronized void start() throws IOException {
        var operations = new Operations(
                store.outcomes(),
                store.trace(),
                trust.accepted(),
                network.alarms(),
                new CapfLog(store.trace().directory(), store.clock()),
                store.clock());
        var gate = new Gate(
                configuration,
                trust.accepted(),
                trust.profile() == TlsProfile.LEGACY_PHONE,
                network.alarms(),
                store.clock());
        warnOfShortKeys();
        var identity = trust.identity().get();
        var parameters = CapfParameters.of(configuration.current().parameters());
        var authority =
                ConfiguredAuthority.of(configuration.current().parameters(), identity, trust.issuers(), store.clock());
        var desk = new Desk(gate, operations, authority, parameters, restart);
        var tls = TlsSettings.serverOnly(trust.profile(), identity);
        server = CapfServer.open(port.get(), network.loops(), network.alarms(), tls, desk, network.answerTime());
        sweep = sweepFrom(new ExpiredOperations(configuration, operations, store.clock()));
    }

    @Override
    public synchronized void stop() {
        if (sweep != null) {
            sweep.cancel(false);
            sweep = null;
        }
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Where it listens while it runs. */
    public synchronized InetSocketAddress address() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("CAPF is not running");
        }
        return running.address();
    }

    /** What was chosen before short keys were refused stays as it is until somebody looks after it. */
    private void warnOfShortKeys() {
        var left = configuration.current().phones().values().stream()
                .filter(phone -> phone.model().supports(SecurityFeature.LSC))
                .filter(phone -> phone.capf().keySize().isShort())
                .count();
        if (left > 0 && trust.profile() != TlsProfile.LEGACY_PHONE) {
            network.alarms().raise(AlarmCatalogue.SHORT_KEYS, Map.of("phones", Long.toString(left)));
        }
    }

    private Future<?> sweepFrom(ExpiredOperations expired) {
        return network.loops()
                .group()
                .scheduleAtFixedRate(
                        () -> Thread.ofVirtual().name("capf sweep").start(() -> sweep(expired)),
                        SWEEP_SECONDS,
                        SWEEP_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static void sweep(ExpiredOperations expired) {
        try {
            expired.sweep();
        } catch (RuntimeException bug) {
            log.atError().setCause(bug).log("Expired CAPF operations could not be ended");
        }
    }

    /**
     * The sockets.
     *
     * @param loops the node's event loops; not shut down by the service
     * @param alarms where alarms are raised
     * @param answerTime how long a phone may take for an answer that takes no thought
     */
    public record CapfNetwork(EventLoops loops, Alarms alarms, Duration answerTime) {
        /** The sockets, with the usual answer time. */
        public CapfNetwork(EventLoops loops, Alarms alarms) {
            this(loops, alarms, CapfServer.ANSWER_TIME);
        }
    }

    /**
     * Where operations are written down.
     *
     * @param outcomes the database
     * @param trace the files of Troubleshoot
     * @param clock the server's clock, by which operations expire
     */
    public record OperationStore(Outcomes outcomes, CertificateTrace trace, Clock clock) {}
}
