package org.keyline.ctl.provider;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CertificateCheck;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.CtlVersion;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.PendingWork;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.ServerResult;
import org.keyline.ctl.provider.message.MalformedProviderMessage;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.ctl.provider.message.ProviderMessage.AlternatePaths;
import org.keyline.ctl.provider.message.ProviderMessage.AuthenticateUser;
import org.keyline.ctl.provider.message.ProviderMessage.BeginConfiguration;
import org.keyline.ctl.provider.message.ProviderMessage.CapfFileAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CertificateAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CtlFileAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CtlVersionAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.DoPendingWork;
import org.keyline.ctl.provider.message.ProviderMessage.Done;
import org.keyline.ctl.provider.message.ProviderMessage.EndConfiguration;
import org.keyline.ctl.provider.message.ProviderMessage.GetAlternatePaths;
import org.keyline.ctl.provider.message.ProviderMessage.GetCallManagerCertificate;
import org.keyline.ctl.provider.message.ProviderMessage.GetCapfCertificate;
import org.keyline.ctl.provider.message.ProviderMessage.GetCapfFile;
import org.keyline.ctl.provider.message.ProviderMessage.GetCtlFile;
import org.keyline.ctl.provider.message.ProviderMessage.GetCtlVersion;
import org.keyline.ctl.provider.message.ProviderMessage.GetPendingWork;
import org.keyline.ctl.provider.message.ProviderMessage.GetSecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.GetServerList;
import org.keyline.ctl.provider.message.ProviderMessage.Hello;
import org.keyline.ctl.provider.message.ProviderMessage.PendingWorkAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.PostCapfFile;
import org.keyline.ctl.provider.message.ProviderMessage.PostCtlFile;
import org.keyline.ctl.provider.message.ProviderMessage.Posted;
import org.keyline.ctl.provider.message.ProviderMessage.Refused;
import org.keyline.ctl.provider.message.ProviderMessage.Request;
import org.keyline.ctl.provider.message.ProviderMessage.SecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.ServerList;
import org.keyline.ctl.provider.message.ProviderMessage.SetSecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.Welcome;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.ServerName;

/** A server of the cluster over the network. One thread at a time. */
public final class RemoteProvider implements CtlProvider {
    private static final int CONNECT_MILLIS = 10_000;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private String server;
    private final X509Certificate recognised;
    private final SSLSocket socket;
    private final DataInputStream in;

    private RemoteProvider(String server, X509Certificate recognised, SSLSocket socket) throws IOException {
        this.server = server;
        this.recognised = recognised;
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Looks which certificate the server shows, and leaves: for an administrator to confirm at the first use.
     *
     * @throws ProviderException when nobody answers there, or not with TLS
     */
    public static X509Certificate certificateOf(InetSocketAddress address) throws ProviderException {
        var pinned = new ProviderTls.Pinned(Optional.empty());
        try (var socket = connected(address, pinned)) {
            socket.startHandshake();
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.TLS_HANDSHAKE, address + ": " + e.getMessage(), e);
        }
        return pinned.shown()
                .orElseThrow(() -> new ProviderException(CtlMessage.TLS_HANDSHAKE, address + " shows no certificate"));
    }

    /**
     * Connects to a server that must show {@code expected}, and greets it.
     *
     * @param name how the administrator calls it
     */
    public static RemoteProvider connect(String name, InetSocketAddress address, X509Certificate expected)
            throws ProviderException {
        var socket = connected(address, new ProviderTls.Pinned(Optional.of(expected)));
        try {
            socket.startHandshake();
            socket.setSoTimeout(Math.toIntExact(ANSWER.toMillis()));
            var remote = new RemoteProvider(name, expected, socket);
            remote.greet();
            return remote;
        } catch (SSLException e) {
            close(socket);
            throw new ProviderException(CtlMessage.TLS_HANDSHAKE, name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            close(socket);
            throw new ProviderException(CtlMessage.NOT_REACHED, name + ": " + e.getMessage(), e);
        } catch (ProviderException e) {
            close(socket);
            throw e;
        }
    }

    private static SSLSocket connected(InetSocketAddress address, ProviderTls.Pinned pinned) throws ProviderException {
        if (address.isUnresolved()) {
            throw new ProviderException(CtlMessage.NOT_REACHED, "There is no server called " + address.getHostString());
        }
        var socket = opened(pinned);
        try {
            socket.connect(address, CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new ProviderException(CtlMessage.NOT_REACHED, address + ": " + e.getMessage(), e);
        }
    }

    private static SSLSocket opened(ProviderTls.Pinned pinned) throws ProviderException {
        try {
            var socket =
                    (SSLSocket) ProviderTls.client(pinned).getSocketFactory().createSocket();
            socket.setEnabledProtocols(ProviderTls.PROTOCOLS);
            // The operating system's socket is made at the first use of it: now, to tell this from a silent server.
            socket.setTcpNoDelay(true);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new ProviderException(CtlMessage.TLS_INIT, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.NO_SOCKETS, String.valueOf(e.getMessage()), e);
        }
    }

    private void greet() throws ProviderException {
        var welcome = ask(
                new Hello(ProviderMessage.VERSION), Welcome.class, CtlMessage.VERSION_MISMATCH, CtlMessage.NOT_REACHED);
        if (welcome.version() != ProviderMessage.VERSION) {
            throw new ProviderException(
                    CtlMessage.VERSION_MISMATCH,
                    server + " speaks version " + welcome.version() + ", this client " + ProviderMessage.VERSION);
        }
        server = welcome.server();
    }

    /** Signs in; everything else comes after it. */
    public void authenticate(String user, Secret password) throws ProviderException {
        ask(
                new AuthenticateUser(user, password),
                Done.class,
                CtlMessage.RESPONSE_AUTHENTICATE,
                CtlMessage.AUTHENTICATE_ERROR);
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public List<ListedServer> servers() throws ProviderException {
        var servers = ask(new GetServerList(), ServerList.class, CtlMessage.RESPONSE_CCM_LIST, CtlMessage.NOT_REACHED)
                .servers();
        for (var listed : servers) {
            if (Math.max(listed.name().length(), listed.address().length()) > ServerName.LONGEST) {
                throw new ProviderException(
                        CtlMessage.NAME_TOO_LONG, server + ": " + listed.name().length());
            }
        }
        return servers;
    }

    @Override
    public X509Certificate callManagerCertificate() throws ProviderException {
        var given = certificate(
                        new GetCallManagerCertificate(),
                        CtlMessage.RESPONSE_CCM_CERTIFICATE,
                        CtlMessage.GET_CCM_CERTIFICATE_ERROR)
                .orElseThrow(() -> new ProviderException(CtlMessage.NO_CERTIFICATE_FILE, server));
        if (!given.equals(recognised)) {
            throw new ProviderException(CtlMessage.INVALID_THUMBPRINT, server);
        }
        return given;
    }

    @Override
    public Optional<X509Certificate> capfCertificate() throws ProviderException {
        return certificate(
                new GetCapfCertificate(), CtlMessage.RESPONSE_CAPF_CERTIFICATE, CtlMessage.GET_CAPF_CERTIFICATE_ERROR);
    }

    private Optional<X509Certificate> certificate(Request request, CtlMessage invalid, CtlMessage trouble)
            throws ProviderException {
        var der = ask(request, CertificateAnswer.class, invalid, trouble).der();
        if (der.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CertificateCheck.read(der.get(), CertificateCheck.Bearer.SERVER));
    }

    @Override
    public Optional<Octets> ctlFile() throws ProviderException {
        return ask(new GetCtlFile(), CtlFileAnswer.class, CtlMessage.RESPONSE_CTL_FILE, CtlMessage.NOT_REACHED)
                .content();
    }

    @Override
    public CtlVersion ctlVersion() throws ProviderException {
        var answer = ask(
                new GetCtlVersion(), CtlVersionAnswer.class, CtlMessage.RESPONSE_CTL_VERSION, CtlMessage.NOT_REACHED);
        return new CtlVersion(answer.length(), answer.md5(), answer.created(), answer.changed());
    }

    @Override
    public List<String> paths() throws ProviderException {
        var paths = ask(
                        new GetAlternatePaths(),
                        AlternatePaths.class,
                        CtlMessage.RESPONSE_ALTERNATE_PATHS,
                        CtlMessage.NOT_REACHED)
                .paths();
        if (paths.isEmpty()) {
            throw new ProviderException(CtlMessage.RESPONSE_ALTERNATE_PATHS, server);
        }
        return paths;
    }

    @Override
    public ClusterSecurityMode securityMode() throws ProviderException {
        return ask(new GetSecurityMode(), SecurityMode.class, CtlMessage.RESPONSE_SECURITY_MODE, CtlMessage.NOT_REACHED)
                .mode();
    }

    @Override
    public void begin() throws ProviderException {
        ask(new BeginConfiguration(), Done.class, CtlMessage.PARSING_FAILED, CtlMessage.NOT_REACHED);
    }

    @Override
    public Optional<CapfFiles> capfFiles() throws ProviderException {
        return ask(
                        new GetCapfFile(),
                        CapfFileAnswer.class,
                        CtlMessage.RESPONSE_CAPF_FILE,
                        CtlMessage.GET_CAPF_FILE_ERROR)
                .files();
    }

    @Override
    public void postCapfFiles(CapfFiles files) throws ProviderException {
        ask(new PostCapfFile(files), Done.class, CtlMessage.CAPF_FILES_NOT_WRITTEN, CtlMessage.CAPF_FILES_NOT_WRITTEN);
    }

    @Override
    public List<ServerResult> postCtlFile(Octets file, boolean recreate, String base) throws ProviderException {
        return ask(new PostCtlFile(file, recreate, base), Posted.class, CtlMessage.POST_ERROR, CtlMessage.POST_ERROR)
                .places()
                .stream()
                .map(place -> new ServerResult(
                        server,
                        place.path(),
                        place.trouble().map(trouble -> new ProviderException(trouble.reason(), trouble.detail()))))
                .toList();
    }

    @Override
    public void setSecurityMode(ClusterSecurityMode mode) throws ProviderException {
        ask(new SetSecurityMode(mode), Done.class, CtlMessage.MODE_NOT_SET, CtlMessage.MODE_NOT_SET);
    }

    @Override
    public PendingWork pendingWork() throws ProviderException {
        var answer =
                ask(new GetPendingWork(), PendingWorkAnswer.class, CtlMessage.PARSING_FAILED, CtlMessage.NOT_REACHED);
        return new PendingWork(answer.services(), answer.devices());
    }

    @Override
    public void catchUp() throws ProviderException {
        ask(new DoPendingWork(), Done.class, CtlMessage.PARSING_FAILED, CtlMessage.NOT_REACHED);
    }

    @Override
    public void end() {
        try {
            ask(new EndConfiguration(), Done.class, CtlMessage.PARSING_FAILED, CtlMessage.NOT_REACHED);
        } catch (ProviderException gone) {
            close(socket);
        }
    }

    @Override
    public void close() {
        close(socket);
    }

    private <T> T ask(Request request, Class<T> answer, CtlMessage invalid, CtlMessage trouble)
            throws ProviderException {
        try {
            ProviderCodec.write(socket.getOutputStream(), request);
            var said = ProviderCodec.read(in)
                    .orElseThrow(() -> new ProviderException(trouble, server + " closed the connection"));
            if (said instanceof Refused(var reason, var detail)) {
                throw new ProviderException(reason, detail);
            }
            if (!answer.isInstance(said)) {
                throw new ProviderException(invalid, server);
            }
            return answer.cast(said);
        } catch (MalformedProviderMessage e) {
            throw new ProviderException(CtlMessage.PARSING_FAILED, server + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ProviderException(trouble, server + ": " + e.getMessage(), e);
        }
    }

    private static void close(SSLSocket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
        }
    }
}
