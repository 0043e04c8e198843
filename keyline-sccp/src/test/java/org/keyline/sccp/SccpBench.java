package org.keyline.sccp;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.processing.CallProcessing;
import org.keyline.sccp.session.KeepAlive;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.trust.tls.PeerPolicy;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tls.TlsSettings;

/** The service on two free ports of this machine. */
final class SccpBench implements AutoCloseable {
    static final Pki PKI = new Pki();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-01T03:34:56Z"), ZoneOffset.UTC);

    final RecordedAlarms alarms = new RecordedAlarms();
    final List<SdlSignal> trace = new CopyOnWriteArrayList<>();
    final PeerPolicy policy = new PeerPolicy(PKI.accepted(), _ -> {}, Clock.systemUTC());
    final SccpStack stack;
    final SccpService service;
    private final EventLoops loops = EventLoops.start(2);

    SccpBench(CallProcessing processing, Phones phones) throws IOException {
        this(processing, phones, ConnectionLimits.SIGNALLING, TlsProfile.MODERN);
    }

    SccpBench(CallProcessing processing, Phones phones, KeepAlive keepAlive) throws IOException {
        this(processing, phones, ConnectionLimits.SIGNALLING, TlsProfile.MODERN, keepAlive);
    }

    SccpBench(CallProcessing processing, Phones phones, ConnectionLimits limits, TlsProfile profile)
            throws IOException {
        this(processing, phones, limits, profile, KeepAlive.USUAL);
    }

    private SccpBench(
            CallProcessing processing, Phones phones, ConnectionLimits limits, TlsProfile profile, KeepAlive keepAlive)
            throws IOException {
        stack = new SccpStack(processing, phones, alarms, trace::add, CLOCK).keepAlive(keepAlive);
        service = new SccpService(
                new SccpPorts(InetAddress.getLoopbackAddress(), 0, 0, limits),
                loops,
                alarms,
                stack,
                TlsSettings.signalling(profile, PKI.server, policy));
        service.start();
    }

    RawPhone connect() throws IOException {
        return RawPhone.plain(service.plainAddress());
    }

    @Override
    public void close() {
        service.stop();
        loops.close();
    }
}
