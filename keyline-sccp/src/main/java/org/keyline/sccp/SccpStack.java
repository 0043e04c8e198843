package org.keyline.sccp;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.processing.CallProcessing;
import org.keyline.sccp.session.KeepAlive;
import org.keyline.sccp.session.LastAlarms;
import org.keyline.sccp.session.MessageTrace;
import org.keyline.sccp.session.Registrar;
import org.keyline.sccp.session.Reports;
import org.keyline.sccp.session.SccpCounters;
import org.keyline.sccp.session.SessionContext;
import org.keyline.sccp.session.TokenGate;
import org.keyline.sccp.station.ConfigurationAnswers;
import org.keyline.sccp.station.ServerList;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.posture.DeviceSightings;
import org.keyline.serviceability.trace.SdlTrace;
import org.keyline.trust.tls.PeerPolicy;

/** What SCCP sessions work with; outlives restarts of the service, and so do its counters. */
public final class SccpStack {
    private static final int TOKENS_PER_SECOND = 100;

    private final CallProcessing processing;
    private final SnapshotSource configuration;
    private final Alarms alarms;
    private final SdlTrace trace;
    private final Clock clock;
    private final SccpCounters counters = new SccpCounters();
    private final LastAlarms lastAlarms;
    private Optional<KeepAlive> fixed = Optional.empty();
    private DeviceSightings sightings = DeviceSightings.NONE;
    private volatile KeepAlive configured = KeepAlive.USUAL;

    public SccpStack(
            CallProcessing processing, SnapshotSource configuration, Alarms alarms, SdlTrace trace, Clock clock) {
        this.processing = processing;
        this.configuration = configuration;
        this.alarms = alarms;
        this.trace = trace;
        this.clock = clock;
        this.lastAlarms = new LastAlarms(clock);
    }

    /** Sets how often phones say that they are there, whatever is configured. */
    public SccpStack keepAlive(KeepAlive value) {
        fixed = Optional.of(value);
        return this;
    }

    /** Has it noted how each phone's connection is secured. */
    public SccpStack sightings(DeviceSightings value) {
        sightings = value;
        return this;
    }

    private KeepAlive keepAlive() {
        return fixed.orElseGet(this::configuredKeepAlive);
    }

    private KeepAlive configuredKeepAlive() {
        var seconds = configuration.current().parameters().integer("callmanager.keepAliveInterval");
        if (configured.primary().toSeconds() != seconds) {
            configured = new KeepAlive(Duration.ofSeconds(seconds), KeepAlive.USUAL.secondary());
        }
        return configured;
    }

    /** What passed over all connections. */
    public SccpCounters counters() {
        return counters;
    }

    /** The last alarm each phone reported. */
    public LastAlarms lastAlarms() {
        return lastAlarms;
    }

    SessionContext context(Supplier<PeerPolicy> peers) {
        var answers = new ConfigurationAnswers(configuration, new ServerList(), clock);
        return new SessionContext(
                new Registrar(processing, peers, answers),
                answers,
                new Reports(counters, lastAlarms, alarms),
                sightings,
                new MessageTrace(trace),
                new TokenGate(TOKENS_PER_SECOND),
                this::keepAlive);
    }
}
