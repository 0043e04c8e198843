package org.keyline.ctl.provider;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CapfTrustStore;
import org.keyline.ctl.ClusterSecurity;
import org.keyline.ctl.ClusterServer;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.TestFacts;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.trustlist.ServerName;

/** A server with a running CTL Provider: its files, its mode, two accounts. */
public final class TestServer implements AutoCloseable {
    private static final Secret PASSWORD = Secret.of("the right one");

    private final Path data;
    private final CtlProviderService service;
    private final Memory security = new Memory();
    private final NodeCertificates certificates;
    private final ClusterServer self;
    private final LinkedBlockingQueue<String> alarms = new LinkedBlockingQueue<>();
    private final List<ListedServer> cluster;
    private final List<Path> alternates = new CopyOnWriteArrayList<>();
    private volatile Secret password = PASSWORD;

    /** The mode in memory. */
    public static final class Memory implements ClusterSecurity {
        private volatile ClusterSecurityMode mode = ClusterSecurityMode.NON_SECURE;

        @Override
        public ClusterSecurityMode mode() {
            return mode;
        }

        @Override
        public void set(ClusterSecurityMode newMode) {
            mode = newMode;
        }
    }

    /** What the server knows of itself, with its CAPF's files where a node has them. */
    private record Facts(TestFacts known, CapfTrustStore files, List<Path> alternateLocations)
            implements LocalProvider.Facts {
        @Override
        public String name() {
            return known.name();
        }

        @Override
        public List<ListedServer> servers() {
            return known.servers();
        }

        @Override
        public X509Certificate callManager() {
            return known.callManager();
        }

        @Override
        public Optional<X509Certificate> capf() {
            return known.capf();
        }

        @Override
        public Optional<CapfFiles> filesOfCapf() throws ProviderException {
            return known.capf().isPresent() ? Optional.of(files.own(known.capf().get())) : Optional.empty();
        }
    }

    private TestServer(Path data, InetSocketAddress place, String name, List<ListedServer> cluster) throws IOException {
        this.data = data;
        this.cluster = cluster;
        certificates = NodeCertificates.openOrCreate(
                data.resolve("certificates"), new NodeIdentity(name, List.of(place.getAddress()), "Lab"));
        self = new ClusterServer(
                new ServerName(name, (Inet4Address) place.getAddress()),
                certificates.of(CertificatePurpose.CALLMANAGER).certificate(),
                Optional.of(certificates.of(CertificatePurpose.CAPF).certificate()));
        service = new CtlProviderService(
                () -> place,
                () -> certificates.of(CertificatePurpose.CALLMANAGER),
                this::local,
                this::check,
                (alarm, parameters) -> alarms.add(alarm + " " + parameters),
                Clock.systemUTC());
    }

    /** A server of a cluster, running; it adds itself to the list that all of them share. */
    public static TestServer start(Path data, String address, String name, List<ListedServer> cluster)
            throws IOException {
        var server = new TestServer(data, free(InetAddress.ofLiteral(address)), name, cluster);
        server.service.start();
        cluster.add(new ListedServer(name, address, server.address().getPort()));
        return server;
    }

    /** A free port of those an administrator may choose. */
    private static InetSocketAddress free(InetAddress address) throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(10_000, 32_767);
            try (var _ = new ServerSocket(port, 1, address)) {
                return new InetSocketAddress(address, port);
            } catch (BindException taken) {
                // another one, then
            }
        }
    }

    /** A server that would listen at {@code place}; not started. */
    public static TestServer at(Path data, InetSocketAddress place) throws IOException {
        return new TestServer(data, place, "ccm9", new ArrayList<>());
    }

    /** A server that is a cluster by itself. */
    public static TestServer alone(Path data) throws IOException {
        return start(data, "127.0.0.1", "ccm1", new ArrayList<>());
    }

    /** From now on its administrator has another password. */
    public void wants(String other) {
        password = Secret.of(other);
    }

    private ProviderAccounts.Verdict check(String name, Secret given) {
        if (!given.matches(password)) {
            return ProviderAccounts.Verdict.UNKNOWN;
        }
        return switch (name) {
            case "admin" -> ProviderAccounts.Verdict.ADMITTED;
            case "operator" -> ProviderAccounts.Verdict.NO_ADMINISTRATOR;
            default -> ProviderAccounts.Verdict.UNKNOWN;
        };
    }

    /** The server as its own machine sees it. */
    public LocalProvider local() {
        return new LocalProvider(
                new Facts(
                        new TestFacts(self.name().dnsName(), List.copyOf(cluster), self.callManager(), self.capf()),
                        store().capf(),
                        List.copyOf(alternates)),
                store(),
                security);
    }

    /** A client that has signed in. */
    public RemoteProvider client() throws ProviderException {
        var client = connect();
        client.authenticate("admin", PASSWORD);
        return client;
    }

    /** A client that has not signed in. */
    public RemoteProvider connect() throws ProviderException {
        return RemoteProvider.connect(self.name().dnsName(), address(), self.callManager());
    }

    public InetSocketAddress address() {
        return service.address();
    }

    public CtlFileStore store() {
        return CtlFileStore.in(data);
    }

    public ClusterSecurityMode mode() {
        return security.mode();
    }

    /** A further directory for the CTL file. */
    public void alsoStoresIn(Path directory) {
        alternates.add(directory);
    }

    public ClusterServer self() {
        return self;
    }

    public CtlProviderService service() {
        return service;
    }

    public LinkedBlockingQueue<String> alarms() {
        return alarms;
    }

    @Override
    public void close() {
        service.stop();
    }
}
