package org.keyline.ctl.provider;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.ServerResult;
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
import org.keyline.ctl.provider.message.ProviderMessage.Response;
import org.keyline.ctl.provider.message.ProviderMessage.SecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.ServerList;
import org.keyline.ctl.provider.message.ProviderMessage.SetSecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.Welcome;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.tlv.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's conversation: greeting, sign-in, then whatever it asks. No sockets here; one thread at a time. */
final class ProviderSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProviderSession.class);

    private final CtlProvider desk;
    private final ProviderAccounts accounts;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final InetAddress peer;
    private boolean greeted;
    private Optional<String> administrator = Optional.empty();

    ProviderSession(
            CtlProvider desk, ProviderAccounts accounts, SignInThrottle throttle, Clock clock, InetAddress peer) {
        this.desk = desk;
        this.accounts = accounts;
        this.throttle = throttle;
        this.clock = clock;
        this.peer = peer;
    }

    /** Whether the client has signed in. */
    boolean isSignedIn() {
        return administrator.isPresent();
    }

    /** The answer to one request. */
    Response answer(Request request) {
        var answer = considered(request);
        log.atDebug()
                .addKeyValue("peer", peer)
                .addKeyValue("administrator", administrator.orElse(""))
                .addKeyValue("request", request.getClass().getSimpleName())
                .addKeyValue("answer", answer.getClass().getSimpleName())
                .log("CTL client asked");
        return answer;
    }

    private Response considered(Request request) {
        if (!greeted && !(request instanceof Hello)) {
            return new Refused(CtlMessage.VERSION_MISMATCH, "A client says its version first");
        }
        if (administrator.isEmpty() && !(request instanceof Hello) && !(request instanceof AuthenticateUser)) {
            return new Refused(CtlMessage.NOT_AUTHENTICATED, "Sign in first");
        }
        try {
            return answered(request);
        } catch (ProviderException refused) {
            return new Refused(refused.reason(), refused.detail());
        }
    }

    private Response answered(Request request) throws ProviderException {
        return switch (request) {
            case Hello(var version) -> greet(version);
            case AuthenticateUser user -> signIn(user);
            case GetServerList() -> new ServerList(desk.servers());
            case GetCallManagerCertificate() ->
                new CertificateAnswer(Optional.of(Octets.of(Certificates.der(desk.callManagerCertificate()))));
            case GetCapfCertificate() ->
                new CertificateAnswer(
                        desk.capfCertificate().map(Certificates::der).map(Octets::of));
            case GetCapfFile() -> new CapfFileAnswer(desk.capfFiles());
            case GetCtlFile() -> new CtlFileAnswer(desk.ctlFile());
            case GetCtlVersion() -> {
                var version = desk.ctlVersion();
                yield new CtlVersionAnswer(version.length(), version.md5(), version.created(), version.changed());
            }
            case GetAlternatePaths() -> new AlternatePaths(desk.paths());
            case GetSecurityMode() -> new SecurityMode(desk.securityMode());
            case BeginConfiguration() -> {
                desk.begin();
                yield new Done();
            }
            case PostCtlFile(var file, var recreate, var base) -> {
                var places = desk.postCtlFile(file, recreate, base);
                var _ = changed("CTL file posted");
                yield new Posted(places.stream().map(ProviderSession::place).toList());
            }
            case PostCapfFile(var files) -> {
                desk.postCapfFiles(files);
                yield changed("CAPF certificate posted");
            }
            case SetSecurityMode(var mode) -> {
                desk.setSecurityMode(mode);
                yield changed("Cluster security mode set by a CTL client");
            }
            case GetPendingWork() -> {
                var work = desk.pendingWork();
                yield new PendingWorkAnswer(work.services(), work.devices());
            }
            case DoPendingWork() -> {
                desk.catchUp();
                yield changed("Services restarted and devices reset");
            }
            case EndConfiguration() -> {
                desk.end();
                yield new Done();
            }
        };
    }

    private static Posted.Place place(ServerResult result) {
        return new Posted.Place(
                result.path(), result.trouble().map(trouble -> new Refused(trouble.reason(), trouble.detail())));
    }

    private Response greet(int version) {
        greeted = version == ProviderMessage.VERSION;
        return greeted
                ? new Welcome(ProviderMessage.VERSION, desk.server())
                : new Refused(
                        CtlMessage.VERSION_MISMATCH,
                        "The server speaks version " + ProviderMessage.VERSION + ", the client " + version);
    }

    private Response signIn(AuthenticateUser user) {
        try (var password = user.password()) {
            var wait = throttle.wait(peer, clock.instant());
            if (!wait.isZero()) {
                return new Refused(
                        CtlMessage.NOT_AUTHENTICATED,
                        "Too many failures. Try again in " + (wait.toSeconds() + 1) + " s");
            }
            return switch (accounts.check(user.name(), password)) {
                case ADMITTED -> {
                    throttle.succeeded(peer);
                    administrator = Optional.of(user.name());
                    desk.actFor(user.name() + " (" + peer.getHostAddress() + ")");
                    yield new Done();
                }
                case UNKNOWN -> refused(CtlMessage.NOT_AUTHENTICATED);
                case NO_ADMINISTRATOR -> refused(CtlMessage.INVALID_GROUP);
            };
        }
    }

    private Response refused(CtlMessage reason) {
        throttle.failed(peer, clock.instant());
        log.atWarn().addKeyValue("peer", peer).addKeyValue("reason", reason).log("CTL client not admitted");
        return new Refused(reason, desk.server());
    }

    private Response changed(String what) {
        log.atInfo()
                .addKeyValue("change", what)
                .addKeyValue("administrator", administrator.orElse(""))
                .addKeyValue("peer", peer)
                .log("Changed by a CTL client");
        return new Done();
    }

    /** Ends the configuration if the client left in the middle of it. */
    @Override
    public void close() {
        desk.close();
    }
}
