package org.keyline.capf.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.keyline.capf.message.MessageDecoder;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;
import org.keyline.trust.tls.TlsSettings;

/** The CAPF port: speaks first, after the TLS handshake; phones show no certificate in TLS. */
public final class CapfServer implements AutoCloseable {
    /** How long a phone may take for an answer that takes no thought. */
    public static final Duration ANSWER_TIME = Duration.ofSeconds(30);

    private static final int MOST_SESSIONS = 2_000;
    private static final int MOST_FROM_ADDRESS = 500;

    private final TcpServer server;

    private CapfServer(TcpServer server) {
        this.server = server;
    }

    /**
     * Opens the port; 0 takes any free one.
     *
     * @param answerTime by custom {@link #ANSWER_TIME}
     * @throws IOException when the address cannot be bound
     */
    public static CapfServer open(
            InetSocketAddress address, EventLoops loops, Alarms alarms, TlsSettings tls, Desk desk, Duration answerTime)
            throws IOException {
        var ids = new SessionIds();
        var active = new ActiveSessions();
        var limits = ConnectionLimits.SIGNALLING
                .withTotal(MOST_SESSIONS)
                .withPerAddress(MOST_FROM_ADDRESS)
                .withFirstMessage(answerTime);
        return new CapfServer(TcpServer.named("CAPF", loops, alarms)
                .limits(limits)
                .tls(tls)
                .listen(
                        address,
                        (pipeline, report) -> pipeline.addLast(
                                new MessageDecoder(),
                                new SessionHandler(ids.next(), desk, active, answerTime, report))));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
