package org.keyline.capf.verification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tls.TlsSettings;

/** The trust verification port. Its port and its key are those of the moment it starts; what it answers is live. */
public final class TrustVerificationService implements Service {
    /** How long a phone may take for a request. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_CONNECTIONS = 4_000;
    private static final int MOST_FROM_ADDRESS = 500;
    private static final int LARGEST_UNREAD_ANSWER = 64 * 1024;

    private final Supplier<InetSocketAddress> port;
    private final Network network;
    private final Supplier<KeyMaterial> identity;
    private final TlsProfile profile;
    private final Verifier verifier;
    private @Nullable TcpServer server;

    /**
     * The sockets.
     *
     * @param loops the node's event loops; not shut down by the service
     * @param alarms where alarms are raised
     * @param mostFromAddress how many phones may be connected from one address at once
     * @param patience by custom {@link #PATIENCE}
     */
    public record Network(EventLoops loops, Alarms alarms, int mostFromAddress, Duration patience) {
        /** Sockets with the usual limits. */
        public Network(EventLoops loops, Alarms alarms) {
            this(loops, alarms, MOST_FROM_ADDRESS, PATIENCE);
        }
    }

    /**
     * A service that is not started yet.
     *
     * @param port where it shall listen, asked at each start
     * @param identity the certificate that the ITL file has under role TVS, asked at each start
     * @param profile how old the phones are that TLS must admit
     */
    public TrustVerificationService(
            Supplier<InetSocketAddress> port,
            Network network,
            Supplier<KeyMaterial> identity,
            TlsProfile profile,
            Verifier verifier) {
        this.port = port;
        this.network = network;
        this.identity = identity;
        this.profile = profile;
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return NodeService.TVS.title();
    }

    @Override
    public synchronized void start() throws IOException {
        server = TcpServer.named("TVS", network.loops(), network.alarms())
                .limits(limits())
                .tls(TlsSettings.serverOnly(profile, identity.get()))
                .listen(
                        port.get(),
                        (pipeline, _) -> pipeline.addLast(
                                new RequestDecoder(), new VerificationHandler(verifier, network.patience())));
    }

    private ConnectionLimits limits() {
        return ConnectionLimits.SIGNALLING
                .withTotal(MOST_CONNECTIONS)
                .withPerAddress(network.mostFromAddress())
                .withFirstMessage(network.patience())
                .withUnsent(LARGEST_UNREAD_ANSWER, Duration.ZERO);
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Where it listens while it runs. */
    public synchronized InetSocketAddress address() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("Trust verification is not running");
        }
        return running.address();
    }
}
