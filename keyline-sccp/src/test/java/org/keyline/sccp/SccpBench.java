package org.keyline.sccp;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.processing.CallProcessing;
import org.keyline.processing.LineSettings;
import org.keyline.processing.Processing;
import org.keyline.sccp.session.KeepAlive;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.trust.tls.PeerPolicy;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tls.TlsSettings;

/** The service on two free ports of this machine. */
final class SccpBench implements AutoCloseable {
    static final Pki PKI = new Pki();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-01T03:34:56Z"), ZoneOffset.UTC);

    final RecordedAlarms alarms;
    final List<SdlSignal> trace;
    final PeerPolicy policy = new PeerPolicy(PKI.accepted(), _ -> {}, Clock.systemUTC());
    final SccpStack stack;
    final SccpService service;
    private final CallProcessing processing;
    private final EventLoops loops = EventLoops.start(2);

    /** How one bench differs from another. */
    record Setup(ConnectionLimits limits, TlsProfile profile, KeepAlive keepAlive) {
        static final Setup USUAL = new Setup(ConnectionLimits.SIGNALLING, TlsProfile.MODERN, KeepAlive.USUAL);

        Setup with(ConnectionLimits other) {
            return new Setup(other, profile, keepAlive);
        }

        Setup with(TlsProfile other) {
            return new Setup(limits, other, keepAlive);
        }

        Setup with(KeepAlive other) {
            return new Setup(limits, profile, other);
        }
    }

    SccpBench(CallProcessing processing, Phones phones) throws IOException {
        this(processing, phones, Setup.USUAL);
    }

    SccpBench(CallProcessing processing, Phones phones, Setup setup) throws IOException {
        this(processing, phones, setup, new RecordedAlarms(), new CopyOnWriteArrayList<>());
    }

    private SccpBench(
            CallProcessing processing, Phones phones, Setup setup, RecordedAlarms alarms, List<SdlSignal> trace)
            throws IOException {
        this.alarms = alarms;
        this.trace = trace;
        this.processing = processing;
        stack = new SccpStack(processing, phones, alarms, trace::add, CLOCK).keepAlive(setup.keepAlive());
        service = new SccpService(
                new SccpPorts(InetAddress.getLoopbackAddress(), 0, 0, setup.limits()),
                loops,
                alarms,
                stack,
                TlsSettings.signalling(setup.profile(), PKI.server, policy));
        service.start();
    }

    /** The service with real call processing behind it, and what both tell the operator. */
    static SccpBench real(Phones phones, Setup setup, WaitingPhones waiting) throws IOException {
        var alarms = new RecordedAlarms();
        var trace = new CopyOnWriteArrayList<SdlSignal>();
        var processing = Processing.start(
                phones,
                LineSettings.NONE,
                new Processing.Serviceability(alarms, trace::add, waiting),
                1,
                Clock.systemUTC());
        return new SccpBench(processing, phones, setup, alarms, trace);
    }

    RawPhone connect() throws IOException {
        return RawPhone.plain(service.plainAddress());
    }

    @Override
    public void close() {
        service.stop();
        if (processing instanceof Processing real) {
            real.close();
        }
        loops.close();
    }
}
