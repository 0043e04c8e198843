package org.keyline.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.capf.CapfService;
import org.keyline.capf.CapfTrust;
import org.keyline.capf.operation.CertificateTrace;
import org.keyline.capf.operation.DatabaseOutcomes;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.server.Node;
import org.keyline.node.live.NodeLiveSystem;
import org.keyline.processing.Processing;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.Registrations;
import org.keyline.sccp.SccpPorts;
import org.keyline.sccp.SccpService;
import org.keyline.sccp.SccpStack;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.supervisor.Supervisor;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.tftp.TftpService;
import org.keyline.tftp.files.FileStore;
import org.keyline.tftp.files.PhoneFiles;
import org.keyline.tftp.protocol.TransferLimits;
import org.keyline.transport.EventLoops;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.tls.PeerPolicy;
import org.keyline.trust.tls.TlsSettings;
import org.keyline.web.WebServer;
import org.keyline.web.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: everything it is made of, started in order and stopped in reverse. */
public final class KeylineNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeylineNode.class);
    private static final Duration RESTART_AFTER = Duration.ofSeconds(60);
    private static final int TRACED_SIGNALS = 1 << 16;
    private static final int FIRST_NODE = 1;
    private static final int PHONE_PORT = 2000;

    private final NodeSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final AlarmLog alarms = new AlarmLog(clock);
    private final TraceRing trace = new TraceRing(TRACED_SIGNALS);
    private final WaitingPhones waiting = new WaitingPhones(clock);
    private @Nullable Configuration configuration;
    private @Nullable Processing processing;

    private Optional<String> firstPassword = Optional.empty();

    private KeylineNode(NodeSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a node and returns when its services run, or are being tried again because they could not start.
     *
     * @throws IOException when its directory cannot be used: the message says why
     */
    public static KeylineNode start(NodeSettings settings) throws IOException, GeneralSecurityException {
        var begun = System.nanoTime();
        var node = new KeylineNode(settings);
        try {
            node.open();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            node.closeParts();
            throw e;
        }
        LOG.atInfo()
                .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                .log("Keyline is ready");
        return node;
    }

    private void open() throws IOException, GeneralSecurityException {
        var directory = NodeDirectory.make(settings.data());
        FileChannel lock = keep(directory.lock());
        assert lock.isOpen();
        var certificates = NodeCertificates.openOrCreate(directory.certificates(), Identity.of(settings));
        var configuration = keep(Configuration.open(directory.path(), clock));
        this.configuration = configuration;
        FreshDatabase.ensure(
                configuration.store(),
                settings.name(),
                Identity.address(settings.bind()).getHostAddress(),
                PHONE_PORT);
        var self = self(configuration.snapshots().current());
        var processing = keep(Processing.start(
                configuration.snapshots(), new Processing.Serviceability(alarms, trace, waiting), FIRST_NODE, clock));
        this.processing = processing;
        var loops = keep(EventLoops.start());
        var supervisor = keep(new Supervisor(clock, alarms, RESTART_AFTER));
        supervisor.add(callManager(self, configuration, processing, loops, certificates));
        supervisor.add(tftp(self, configuration, loops, certificates, directory));
        supervisor.add(capf(configuration, processing, loops, certificates));
        supervisor.add(web(configuration, processing, certificates));
        supervisor.startAll();
        firstPassword = FirstAdministrator.ensure(configuration.administrators());
    }

    /** This node as it is configured: under its name, or the only one there is (the machine was renamed). */
    private Node self(ConfigSnapshot snapshot) throws IOException {
        var nodes = snapshot.nodes();
        return Optional.ofNullable(nodes.get(settings.name()))
                .or(() -> nodes.values().stream().filter(_ -> nodes.size() == 1).findFirst())
                .orElseThrow(() -> NodeUnavailable.unnamed(settings.name(), nodes.keySet()));
    }

    private SccpService callManager(
            Node self,
            Configuration configuration,
            Processing processing,
            EventLoops loops,
            NodeCertificates certificates) {
        var peers = new PeerPolicy(phoneIssuers(certificates), new CertificateRefusals(alarms), clock);
        return new SccpService(
                SccpPorts.of(self, settings.bind()),
                loops,
                alarms,
                new SccpStack(processing, configuration.snapshots(), alarms, trace, clock),
                TlsSettings.signalling(settings.tls(), certificates.of(CertificatePurpose.CALLMANAGER), peers));
    }

    private CapfService capf(
            Configuration configuration, Processing processing, EventLoops loops, NodeCertificates certificates) {
        var trust = new CapfTrust(
                () -> certificates.of(CertificatePurpose.CAPF), () -> phoneIssuers(certificates), settings.tls());
        var store = new CapfService.OperationStore(
                new DatabaseOutcomes(configuration.capfOutcomes()),
                new CertificateTrace(settings.data().resolve("trace").resolve("capf")),
                clock);
        return new CapfService(
                () -> settings.on(
                        configuration.snapshots().current().parameters().integer("enterprise.capfPhonePort")),
                new CapfService.CapfNetwork(loops, alarms),
                configuration.snapshots(),
                trust,
                store,
                device -> processing.reset(device, Reset.Kind.RESTART));
    }

    /** Whose signatures on phone certificates count: CAPF's, present and former. */
    private static PhoneCertificates phoneIssuers(NodeCertificates certificates) {
        return new PhoneCertificates(certificates.lscIssuers(), List.of());
    }

    private TftpService tftp(
            Node self,
            Configuration configuration,
            EventLoops loops,
            NodeCertificates certificates,
            NodeDirectory directory) {
        var files = new PhoneFiles(
                configuration.snapshots(),
                self.name(),
                waiting,
                new FileStore(directory.files(), directory.path(), () -> certificates, clock),
                new StoredPhoneCertificates(configuration.phoneCertificates()));
        var ports = new TftpService.Ports(settings.bind(), settings.tftpPort(), settings.httpFilesPort());
        return new TftpService(
                ports,
                loops,
                alarms,
                files,
                TransferLimits.STANDARD.withTransfers(
                        configuration.snapshots().current().parameters().integer("tftp.maximumTransfers")));
    }

    private WebServer web(Configuration configuration, Processing processing, NodeCertificates certificates) {
        var system =
                new NodeLiveSystem(configuration.snapshots(), processing, configuration.phoneCertificates(), trace);
        var pages = new Pages(
                system,
                waiting,
                new StoredAdoption(configuration.store()),
                new StoredAccounts(configuration.administrators()),
                clock);
        return new WebServer(settings.on(settings.webPort()), certificates.of(CertificatePurpose.HTTPS), pages);
    }

    /**
     * The generated password of {@link FirstAdministrator#NAME}, when this start made that account: for whoever started
     * the node, and given only once.
     */
    public Optional<String> takeFirstPassword() {
        var password = firstPassword;
        firstPassword = Optional.empty();
        return password;
    }

    /** The configuration it runs on; to be used while it runs. */
    public Configuration configuration() {
        return Objects.requireNonNull(configuration);
    }

    /** What is registered, and which calls are up. */
    public Registrations registrations() {
        return Objects.requireNonNull(processing);
    }

    /** What an administrator does to registered devices. */
    public DeviceControl devices() {
        return Objects.requireNonNull(processing);
    }

    /** Its alarms. */
    public AlarmLog alarms() {
        return alarms;
    }

    /** What devices and calls said to each other. */
    public TraceRing trace() {
        return trace;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Stops every service and frees everything, newest first. */
    @Override
    public void close() {
        closeParts();
        LOG.atInfo().log("Keyline has stopped");
    }

    private void closeParts() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.atWarn()
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .setCause(e)
                        .log("A part did not stop");
            }
        }
    }
}
