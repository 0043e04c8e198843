package org.keyline.node;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.server.Node;
import org.keyline.node.record.RecordKeeper;
import org.keyline.node.service.ControlSocket;
import org.keyline.node.service.NodeActivation;
import org.keyline.node.srst.DailyLook;
import org.keyline.node.srst.Gateways;
import org.keyline.node.srst.TrustedGateways;
import org.keyline.processing.Processing;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.serviceability.supervisor.Supervisor;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.transport.EventLoops;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tls.TlsProfile;
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
    private final Foundation.Watch watch = Foundation.Watch.begin(Clock.systemUTC(), TRACED_SIGNALS);
    private @Nullable Foundation foundation;
    private Optional<Secret> firstPassword = Optional.empty();

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
        keep(directory.lock());
        directory.furnish();
        var inventory = NodeInventory.start(directory, Identity.of(settings), watch.clock());
        keep(SightingsFile.begin(directory, watch.observed()));
        var configuration = keep(Configuration.open(directory.path(), watch.clock()));
        var address = Identity.address(settings.bind());
        configuration.legacyPhones().admit(settings.tls() == TlsProfile.LEGACY_PHONE);
        FreshDatabase.ensure(configuration.store(), settings.name(), address.getHostAddress(), PHONE_PORT);
        var inForce = keep(InForce.open(directory));
        var self = self(configuration.snapshots().current());
        var records = keep(RecordKeeper.begin(
                directory.path(), configuration.snapshots(), watch.trace(), FIRST_NODE, watch.alarms(), watch.clock()));
        keep(configuration.snapshots().onChange(_ -> records.follow()));
        var processing = keep(Processing.start(
                configuration.snapshots(),
                keep(new PhoneLineSettings(configuration.store(), watch.alarms())),
                watch.ofProcessing(records),
                FIRST_NODE,
                watch.clock()));
        var loops = keep(EventLoops.start());
        var opened = new Foundation(
                settings,
                address,
                directory,
                self,
                inventory.own(),
                inventory,
                configuration,
                processing,
                loops,
                watch);
        foundation = opened;
        var supervisor = keep(new Supervisor(watch.clock(), watch.alarms(), RESTART_AFTER));
        NodeActivation.noteFirstNode(configuration);
        var activation = new NodeActivation(configuration, self.name());
        var control = new ServiceControl(supervisor, activation);
        var gateways = new Gateways(configuration, watch.alarms(), watch.clock());
        new Services(opened, supervisor, control, gateways)
                .all()
                .forEach((service, part) -> supervisor.add(part, activation.isActivated(service)));
        supervisor.startAll();
        var door = keep(ControlSocket.open(directory.path(), control, processing::locations));
        keep(AutoRegistration.begin(self.name(), configuration, watch.waiting(), watch.alarms()));
        keep(BackupWatch.begin(directory, watch.alarms()));
        var snapshots = configuration.snapshots();
        inventory.keepWhileUsed(trusted -> TrustedGateways.user(snapshots.current(), trusted));
        keep(followed(new TrustedGateways(inventory, directory.path().resolve("srst-trusted")), snapshots));
        keep(CertificateWatch.begin(directory, inventory, watch));
        keep(DailyLook.begin(gateways));
        var traces = keep(new ServiceTraces(settings.data().resolve("trace")));
        traces.follow(snapshots.current().parameters());
        keep(snapshots.onChange(changed -> traces.follow(changed.parameters())));
        keep(snapshots.onChange(changed -> inForce.revision(changed.revision())));
        inForce.revision(snapshots.current().revision());
        firstPassword = FirstAdministrator.ensure(configuration.administrators());
        RunningNode.tell(directory, settings, door.place());
    }

    private static AutoCloseable followed(TrustedGateways trusted, SnapshotSource snapshots) {
        trusted.follow(snapshots.current());
        return snapshots.onChange(trusted::follow);
    }

    /** This node as it is configured: under its name, or the only one there is (the machine was renamed). */
    private Node self(ConfigSnapshot snapshot) throws IOException {
        var nodes = snapshot.nodes();
        return Optional.ofNullable(nodes.get(settings.name()))
                .or(() -> nodes.values().stream().filter(_ -> nodes.size() == 1).findFirst())
                .orElseThrow(() -> NodeUnavailable.unnamed(settings.name(), nodes.keySet()));
    }

    /**
     * The generated password of {@link FirstAdministrator#NAME}, when this start made that account: for whoever started
     * the node, who closes it, and given only once.
     */
    public Optional<Secret> takeFirstPassword() {
        var password = firstPassword;
        firstPassword = Optional.empty();
        return password;
    }

    /** The configuration it runs on; to be used while it runs. */
    public Configuration configuration() {
        return foundation().configuration();
    }

    /** What is registered, and which calls are up. */
    public Registrations registrations() {
        return foundation().processing();
    }

    /** What an administrator does to registered devices. */
    public DeviceControl devices() {
        return foundation().processing();
    }

    /** Its alarms. */
    public AlarmLog alarms() {
        return watch.alarms();
    }

    /** What devices and calls said to each other. */
    public TraceRing trace() {
        return watch.trace();
    }

    private Foundation foundation() {
        return Objects.requireNonNull(foundation);
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
