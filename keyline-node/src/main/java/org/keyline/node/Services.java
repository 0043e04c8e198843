package org.keyline.node;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.capf.CapfService;
import org.keyline.capf.CapfTrust;
import org.keyline.capf.operation.CertificateTrace;
import org.keyline.capf.operation.DatabaseOutcomes;
import org.keyline.capf.verification.TrustVerificationService;
import org.keyline.capf.verification.Verifier;
import org.keyline.ctl.CapfTrustStore;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.provider.CtlProviderService;
import org.keyline.model.server.NodeService;
import org.keyline.node.backup.Backup;
import org.keyline.node.dial.DialPlanDesk;
import org.keyline.node.live.NodeLiveSystem;
import org.keyline.node.media.MediaStreamingService;
import org.keyline.node.record.RecordArchive;
import org.keyline.node.srst.Gateways;
import org.keyline.phoneservices.PhonePages;
import org.keyline.phoneservices.PhoneServices;
import org.keyline.phoneservices.access.Credentials;
import org.keyline.phoneservices.access.Tickets;
import org.keyline.phoneservices.login.ExtensionMobility;
import org.keyline.sccp.SccpPorts;
import org.keyline.sccp.SccpService;
import org.keyline.sccp.SccpStack;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.serviceability.counter.CounterService;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.serviceability.supervisor.ServiceStatus;
import org.keyline.serviceability.supervisor.Supervisor;
import org.keyline.tftp.TftpService;
import org.keyline.tftp.files.FileStore;
import org.keyline.tftp.files.PhoneFiles;
import org.keyline.tftp.protocol.TransferLimits;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.tls.PeerPolicy;
import org.keyline.trust.tls.TlsSettings;
import org.keyline.trust.trustlist.VerificationTable;
import org.keyline.web.WebServer;
import org.keyline.web.page.Administered;
import org.keyline.web.page.Pages;
import org.keyline.web.service.NodeServices;

/** The services of a node, each put together from the foundation. */
final class Services {
    private final Foundation foundation;
    private final Foundation.Watch watch;
    private final NodeSettings settings;
    private final Supervisor supervisor;
    private final ServiceControl control;
    private final PhoneFiles files;
    private final Gateways gateways;
    private final MediaStreamingService streaming;
    private Runnable capfBrought = () -> {};

    Services(Foundation foundation, Supervisor supervisor, ServiceControl control, Gateways gateways) {
        this.gateways = gateways;
        this.supervisor = supervisor;
        this.control = control;
        this.foundation = foundation;
        this.files = phoneFiles(foundation);
        this.watch = foundation.watch();
        this.settings = foundation.settings();
        this.streaming = new MediaStreamingService(
                new MediaStreamingService.Where(
                        settings.bind(),
                        foundation.address(),
                        foundation.directory().sounds()),
                foundation.snapshots(),
                foundation.processing().mediaDevices());
    }

    /** All of them, in the order they start. */
    Map<NodeService, Service> all() {
        var all = new EnumMap<NodeService, Service>(NodeService.class);
        for (var service : NodeService.values()) {
            all.put(service, made(service));
        }
        return all;
    }

    private Service made(NodeService service) {
        return switch (service) {
            case CALLMANAGER -> callManager();
            case TFTP -> tftp();
            case CAPF -> capf();
            case TVS -> trustVerification();
            case CTL_PROVIDER -> ctlProvider();
            case MEDIA_STREAMING -> streaming;
            case PHONE_SERVICES -> phoneServices();
            case WEB -> web();
            case METRICS -> counters();
        };
    }

    private boolean serves(NodeService service) {
        return control.status(service).state() == ServiceStatus.State.RUNNING;
    }

    private SccpService callManager() {
        var peers = new PeerPolicy(
                foundation.registrationIssuers(), new CertificateRefusals(watch.alarms()), watch.clock());
        foundation.snapshots().onChange(_ -> peers.accept(foundation.registrationIssuers()));
        foundation.inventory().onChange(() -> peers.accept(foundation.registrationIssuers()));
        capfBrought = () -> peers.accept(foundation.registrationIssuers());
        var certificate = foundation.certificates().of(CertificatePurpose.CALLMANAGER);
        return new SccpService(
                SccpPorts.of(foundation.self(), settings.bind()),
                foundation.loops(),
                watch.alarms(),
                new SccpStack(
                                foundation.processing(),
                                foundation.snapshots(),
                                watch.alarms(),
                                watch.trace(),
                                watch.clock())
                        .sightings(watch.observed()),
                TlsSettings.signalling(settings.tls(), certificate, peers));
    }

    private static PhoneFiles phoneFiles(Foundation foundation) {
        var watch = foundation.watch();
        return new PhoneFiles(
                foundation.snapshots(),
                foundation.self().name(),
                watch.waiting(),
                new FileStore(
                        foundation.directory().files(),
                        foundation.directory().path(),
                        foundation::certificates,
                        watch.clock()),
                new StoredPhoneCertificates(foundation.configuration().phoneCertificates()));
    }

    private TftpService tftp() {
        var _ = files.signAhead();
        return new TftpService(
                new TftpService.Ports(settings.bind(), settings.tftpPort(), settings.httpFilesPort()),
                foundation.loops(),
                watch.alarms(),
                new ObservedFiles(files, foundation.snapshots(), watch.observed()),
                TransferLimits.STANDARD.withTransfers(foundation.parameter("tftp.maximumTransfers")));
    }

    private CapfService capf() {
        var store = new CapfService.OperationStore(
                new DatabaseOutcomes(foundation.configuration().capfOutcomes()),
                new CertificateTrace(settings.data().resolve("trace").resolve("capf")),
                watch.clock());
        return new CapfService(
                () -> settings.on(foundation.parameter("enterprise.capfPhonePort")),
                new CapfService.CapfNetwork(foundation.loops(), watch.alarms()),
                foundation.snapshots(),
                new CapfTrust(
                        () -> foundation.certificates().of(CertificatePurpose.CAPF),
                        foundation::enrolmentIssuers,
                        settings.tls(),
                        new LscIssuers(foundation.inventory())),
                store,
                device -> foundation.processing().reset(device, Reset.Kind.RESTART));
    }

    private TrustVerificationService trustVerification() {
        var verifier = new Verifier(
                VerificationTable.following(() -> foundation.inventory().own()),
                () -> Duration.ofSeconds(foundation.parameter("tvs.timeToLiveSeconds")));
        return new TrustVerificationService(
                () -> settings.on(foundation.parameter("tvs.port")),
                new TrustVerificationService.Network(foundation.loops(), watch.alarms()),
                () -> foundation.certificates().of(CertificatePurpose.TVS),
                settings.tls(),
                verifier);
    }

    private PhoneServices phoneServices() {
        var snapshots = foundation.snapshots();
        var store = foundation.configuration().store();
        var phones = new RegisteredPhones(foundation.processing());
        var mobility = new ExtensionMobility(snapshots, store, phones, watch.clock());
        return new PhoneServices(
                new PhoneServices.Place(
                        settings::on,
                        () -> TlsSettings.serverOnly(
                                settings.tls(), foundation.inventory().own().of(CertificatePurpose.HTTPS)),
                        foundation.loops(),
                        watch.alarms()),
                snapshots,
                new PhonePages(
                        snapshots, store, phones, new Credentials(watch.clock()), mobility, new Tickets(watch.clock())),
                mobility);
    }

    private CounterService counters() {
        return NodeCounters.service(settings, foundation.processing().tally(), files.counts(), streaming.counters());
    }

    /** What serves one CTL client, or one change in the web. */
    private LocalProvider desk() {
        var configuration = foundation.configuration();
        var file = CtlFileStore.in(foundation.directory().path());
        var catchUp = new CatchUp(
                foundation.snapshots(),
                configuration.store(),
                supervisor,
                foundation.processing(),
                foundation.processing(),
                file.file());
        var facts = new OwnFacts(
                foundation.self().name(),
                foundation.snapshots(),
                foundation.certificates(),
                CapfTrustStore.in(foundation.directory().path()),
                capfBrought,
                this::serves,
                Optional.of(catchUp));
        return new LocalProvider(facts, file, new ConfiguredSecurity(configuration));
    }

    private CtlProviderService ctlProvider() {
        var configuration = foundation.configuration();
        return new CtlProviderService(
                () -> settings.on(foundation.parameter("ctlProvider.portNumber")),
                () -> foundation.certificates().of(CertificatePurpose.CALLMANAGER),
                this::desk,
                new CtlAccounts(configuration.administrators()),
                watch.alarms(),
                watch.clock());
    }

    private WebServer web() {
        var configuration = foundation.configuration();
        var archive = new RecordArchive(
                foundation.directory().path(),
                () -> RecordArchive.written(foundation.snapshots().current().parameters()));
        var system = new NodeLiveSystem(
                foundation.snapshots(),
                foundation.processing(),
                configuration.phoneCertificates(),
                watch.trace(),
                archive);
        var pages = new Pages(
                system,
                watch.waiting(),
                new StoredAdoption(configuration.store()),
                new StoredAccounts(configuration.administrators()),
                foundation.inventory(),
                new Administered(
                        configuration,
                        foundation.processing(),
                        foundation.processing(),
                        watch.observed(),
                        new CurrentTrustList(foundation.directory()),
                        new NodeTrustLists(this::desk, foundation.directory(), files),
                        new NodeServices(foundation.self().name(), control),
                        gateways,
                        new NodeBackups(new Backup(
                                foundation.directory().path(), foundation.self().name(), configuration, watch.clock())),
                        new DialPlanDesk(
                                configuration.snapshots()::current, foundation.processing()::dialPlan, watch.clock()),
                        archive),
                watch.clock());
        var inventory = foundation.inventory();
        var server =
                new WebServer(settings.on(settings.webPort()), inventory.own().of(CertificatePurpose.HTTPS), pages);
        inventory.onChange(() -> server.renew(inventory.own().of(CertificatePurpose.HTTPS)));
        return server;
    }
}
