package org.keyline.node.secure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.store.Author;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.model.server.NodeService;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.node.NodeInventory;
import org.keyline.node.RunningNode;
import org.keyline.node.ServicesBeside;
import org.keyline.node.service.ServiceDesk;
import org.keyline.node.service.ServiceLine;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.secret.Secret;

/** The system the steps look at: the node's directory, its configuration, and the node itself where it runs. */
final class Surroundings implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final NodeDirectory directory;
    private final Configuration configuration;
    private final Given given;
    private final Clock clock;
    private final SignedIn account;

    private Surroundings(NodeDirectory directory, Configuration configuration, Given given, Clock clock) {
        this.directory = directory;
        this.configuration = configuration;
        this.given = given;
        this.clock = clock;
        this.account = new SignedIn(this);
    }

    static Surroundings open(Path data, Given given, Clock clock) throws IOException {
        var directory = NodeDirectory.existing(data);
        return new Surroundings(directory, Configuration.open(directory.path()), given, clock);
    }

    NodeDirectory directory() {
        return directory;
    }

    Configuration configuration() {
        return configuration;
    }

    ConfigSnapshot snapshot() {
        return configuration.snapshots().current();
    }

    Given given() {
        return given;
    }

    Memory memory() {
        return new Memory(configuration.settings());
    }

    Instant now() {
        return clock.instant();
    }

    /** Who changes what the guide changes. */
    Author author() {
        return Author.administrator(given.account());
    }

    /** Waits until the running node works by what was changed. */
    void awaitInForce() throws IOException {
        InForce.await(directory, configuration);
    }

    /** The services of the node. */
    ServiceDesk services() throws IOException {
        return ServicesBeside.of(directory, configuration);
    }

    /** How a service stands. */
    ServiceLine service(NodeService service) throws IOException {
        return services().services().stream()
                .filter(line -> line.id().equals(service.id()))
                .findFirst()
                .orElseThrow();
    }

    Optional<RunningNode> running() throws IOException {
        return RunningNode.on(directory);
    }

    /** Whether somebody listens at a port without TLS. */
    static boolean answers(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Whether somebody listens at a TLS port; to look in and leave would be an offence in the node's log. */
    static boolean isTaken(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(address);
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    int parameter(String name) {
        return snapshot().parameters().integer(name);
    }

    CertificateInventory certificates() throws IOException {
        return NodeInventory.open(directory, clock);
    }

    X509Certificate certificate(CertificatePurpose purpose) throws IOException {
        return certificates().own().of(purpose).certificate();
    }

    StoredCtl ctl() {
        return CtlFileStore.in(directory.path()).read();
    }

    /** The account that has signed in; from the command line's password file, when that one is right. */
    Optional<ServerLogin> login() throws IOException {
        return account.login();
    }

    /** Signs in to the running node's CTL Provider; from then on the account is used where one is needed. */
    void signIn(String name, Secret password) throws IOException, ProviderException {
        account.signIn(name, password);
    }

    /** The cluster, for an account that has signed in. It stays open for all steps. */
    Cluster cluster(ServerLogin login) throws ProviderException, IOException {
        return account.cluster(login);
    }

    /** What the running node's web tells; empty without a running node or an account. */
    Optional<NodeView> view() throws IOException {
        var running = running();
        return running.isPresent() && login().isPresent()
                ? Optional.of(
                        new NodeView(running.get().at(running.get().webPort()), certificate(CertificatePurpose.HTTPS)))
                : Optional.empty();
    }

    @Override
    public void close() {
        account.close();
        configuration.close();
    }
}
