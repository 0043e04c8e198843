package org.keyline.ctl.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.AlternateTftp;
import org.keyline.ctl.ClusterServer;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.PresentCtl;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.provider.RemoteProvider;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListVariant;

/** A cluster the client has signed in to: the server it was told of, and all the others that one lists (CTL3-38). */
public final class Cluster implements AutoCloseable {
    private final List<RemoteProvider> providers;
    private final List<ClusterServer> servers;

    private Cluster(List<RemoteProvider> providers, List<ClusterServer> servers) {
        this.providers = List.copyOf(providers);
        this.servers = List.copyOf(servers);
    }

    /** Signs in to the server of {@code login} and to all the servers it lists, with the same account. */
    public static Cluster open(ServerLogin login, Greeting greeting) throws ProviderException, Dialogue.Cancelled {
        var providers = new ArrayList<RemoteProvider>();
        var servers = new ArrayList<ClusterServer>();
        try {
            var publisher = greeting.signIn(login);
            providers.add(publisher);
            for (var listed : publisher.servers()) {
                var isPublisher = listed.name().equals(publisher.server());
                var provider = isPublisher ? publisher : other(login.at(listed.address(), listed.port()), greeting);
                if (!isPublisher) {
                    providers.add(provider);
                }
                servers.add(
                        new ClusterServer(name(listed.address()), callManager(provider), provider.capfCertificate()));
            }
            return new Cluster(providers, servers);
        } catch (ProviderException | Dialogue.Cancelled e) {
            providers.forEach(RemoteProvider::close);
            throw e;
        }
    }

    private static RemoteProvider other(ServerLogin login, Greeting greeting)
            throws ProviderException, Dialogue.Cancelled {
        try {
            return greeting.signIn(login);
        } catch (ProviderException e) {
            throw new ProviderException(CtlMessage.NO_CALLMANAGER_CERTIFICATE, login.host(), e);
        }
    }

    private static X509Certificate callManager(RemoteProvider provider) throws ProviderException {
        try {
            return provider.callManagerCertificate();
        } catch (ProviderException e) {
            throw new ProviderException(CtlMessage.NO_CALLMANAGER_CERTIFICATE, provider.server(), e);
        }
    }

    /**
     * The entry of a TFTP server of another cluster, fetched from it.
     *
     * @param mode the mode this cluster shall be in; the other one must be in the same (CTL3-72)
     */
    public static AlternateTftp alternate(ServerLogin login, Greeting greeting, ClusterSecurityMode mode)
            throws ProviderException, Dialogue.Cancelled {
        try (var provider = greeting.signIn(login)) {
            requireConfigured(provider, mode);
            return new AlternateTftp(name(login.host()), callManager(provider));
        }
    }

    /** A CTL client has made its file there, the mode is the same, and every server has its CTL Provider (CTL3-73). */
    private static void requireConfigured(RemoteProvider provider, ClusterSecurityMode mode) throws ProviderException {
        if (!(PresentCtl.of(provider) instanceof StoredCtl.Sound)) {
            throw new ProviderException(CtlMessage.ALTERNATE_NOT_CONFIGURED, provider.server());
        }
        if (provider.securityMode() != mode) {
            throw new ProviderException(CtlMessage.ALTERNATE_MODE, provider.server() + ": " + provider.securityMode());
        }
        for (var listed : provider.servers()) {
            var _ = RemoteProvider.certificateOf(new InetSocketAddress(listed.address(), listed.port()));
        }
    }

    private static ServerName name(String host) throws ProviderException {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .map(Inet4Address.class::cast)
                    .findFirst()
                    .map(address -> new ServerName(host, address))
                    .orElseThrow(() -> new ProviderException(CtlMessage.INVALID_ADDRESS, host));
        } catch (UnknownHostException e) {
            throw new ProviderException(CtlMessage.INVALID_HOST_NAME, host, e);
        }
    }

    /** The server the client was told of, whose file is the present one. */
    public CtlProvider publisher() {
        return providers.getFirst();
    }

    /** The certificate by which the publisher was recognised. */
    public X509Certificate publisherCertificate() throws ProviderException {
        return publisher().callManagerCertificate();
    }

    /** All servers with their certificates. */
    public List<ClusterServer> servers() {
        return servers;
    }

    /** The present CTL file. */
    public StoredCtl present() throws ProviderException {
        return PresentCtl.of(publisher());
    }

    /** The cluster security mode in force. */
    public ClusterSecurityMode mode() throws ProviderException {
        return publisher().securityMode();
    }

    /** The server with the newest sound file, where the publisher's own is damaged (CTL9-16). */
    public Optional<CtlProvider> soundest() throws ProviderException {
        Optional<CtlProvider> newest = Optional.empty();
        var when = Instant.MIN;
        for (var provider : providers.subList(1, providers.size())) {
            if (PresentCtl.of(provider) instanceof StoredCtl.Sound(var list)
                    && list.header().created().isAfter(when)) {
                newest = Optional.of(provider);
                when = list.header().created();
            }
        }
        return newest;
    }

    /** Puts the file of {@code sound} in place of the publisher's damaged one. */
    public void recoverFrom(CtlProvider sound) throws ProviderException {
        var file = sound.ctlFile().orElseThrow(() -> new ProviderException(CtlMessage.NO_FILE, sound.server()));
        publisher().begin();
        try {
            publisher().postCtlFile(file, true, base());
        } finally {
            publisher().end();
        }
    }

    /** The MD5 of the publisher's present file, empty for none or one that cannot be read. */
    public String base() {
        try {
            return publisher().ctlVersion().md5();
        } catch (ProviderException unreadable) {
            return "";
        }
    }

    /** Does what the request says, on all servers. */
    public CtlOutcome run(CtlRequest request) {
        var others = List.<CtlProvider>copyOf(providers.subList(1, providers.size()));
        return new CtlUpdate(publisher(), others, TrustListVariant.OLD_PHONES, Clock.systemUTC()).run(request);
    }

    /** All servers that still have something to restart or reset. */
    public List<CtlProvider> behind() throws ProviderException {
        var behind = new ArrayList<CtlProvider>();
        for (var provider : providers) {
            if (!provider.pendingWork().isNone()) {
                behind.add(provider);
            }
        }
        return behind;
    }

    @Override
    public void close() {
        providers.forEach(RemoteProvider::close);
    }
}
