package org.keyline.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyline.config.Configuration;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CapfTrustStore;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.PendingWork;
import org.keyline.ctl.ProviderException;
import org.keyline.model.server.NodeService;
import org.keyline.node.service.ServiceDesk;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/**
 * What this node tells CTL clients of itself and its cluster.
 *
 * @param name its name
 * @param snapshots the configuration, which lists the servers
 * @param certificates its certificates
 * @param capfFiles where its CAPF's certificate lies
 * @param capfBrought takes over the certificate of the cluster's CAPF that a CTL client brought
 * @param serves which of its services serve now
 * @param catchUp what it still has to restart and reset; empty beside a node, where nobody can
 */
public record OwnFacts(
        String name,
        SnapshotSource snapshots,
        NodeCertificates certificates,
        CapfTrustStore capfFiles,
        Runnable capfBrought,
        Predicate<NodeService> serves,
        Optional<CatchUp> catchUp)
        implements LocalProvider.Facts {
    /** The facts of the node in {@code directory}, for commands that run beside it. */
    public static OwnFacts of(Configuration configuration, NodeDirectory directory) throws IOException {
        var self = configuration.snapshots().current().nodes().values().stream()
                .findFirst()
                .orElseThrow(() -> new IOException("The configuration has no node"));
        var identity =
                new NodeIdentity(self.name(), List.of(InetAddress.getByName(self.address())), Identity.ORGANISATION);
        return new OwnFacts(
                self.name(),
                configuration.snapshots(),
                NodeCertificates.openOrCreate(directory.certificates(), identity),
                CapfTrustStore.in(directory.path()),
                () -> {},
                beside(ServicesBeside.of(directory, configuration)),
                Optional.empty());
    }

    private static Predicate<NodeService> beside(ServiceDesk desk) {
        return service -> {
            try {
                return desk.serves(service);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public boolean servesCapf() {
        return serves.test(NodeService.CAPF);
    }

    @Override
    public boolean servesCtlClients() {
        return serves.test(NodeService.CTL_PROVIDER);
    }

    @Override
    public List<ListedServer> servers() {
        var current = snapshots.current();
        var port = current.parameters().integer("ctlProvider.portNumber");
        return current.nodes().values().stream()
                .map(node -> new ListedServer(node.name(), node.address(), port))
                .toList();
    }

    @Override
    public X509Certificate callManager() throws IOException {
        var file = capfFiles.certificates().resolve(CertificatePurpose.CALLMANAGER.publicFileName());
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return certificates.of(CertificatePurpose.CALLMANAGER).certificate();
    }

    @Override
    public Optional<X509Certificate> capf() {
        return Optional.of(certificates.of(CertificatePurpose.CAPF).certificate());
    }

    @Override
    public Optional<CapfFiles> filesOfCapf() throws ProviderException {
        return Optional.of(
                capfFiles.own(certificates.of(CertificatePurpose.CAPF).certificate()));
    }

    @Override
    public List<Path> alternateLocations() {
        return Stream.of(snapshots
                        .current()
                        .parameters()
                        .text("tftp.alternateFileLocations")
                        .split(";", -1))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .toList();
    }

    @Override
    public void capfChanged() {
        capfBrought.run();
    }

    @Override
    public PendingWork pendingWork() {
        return catchUp.map(CatchUp::pending).orElse(PendingWork.none());
    }

    @Override
    public void beginCatchUp() {
        catchUp.ifPresent(work -> Thread.ofVirtual().name("catch up").start(work::run));
    }
}
