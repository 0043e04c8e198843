package org.keyline.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a port tells of its offenders: each is counted; one of a kind a second is logged and raised as an alarm, with
 * the number of those held back.
 */
public final class OffenceReport {
    private static final Logger LOG = LoggerFactory.getLogger(OffenceReport.class);

    private final String port;
    private final ConnectionCounters counters;
    private final Alarms alarms;
    private final Map<Offence, Throttle> throttles = new EnumMap<>(Offence.class);

    OffenceReport(String port, ConnectionCounters counters, Alarms alarms) {
        this.port = port;
        this.counters = counters;
        this.alarms = alarms;
        for (var offence : Offence.values()) {
            throttles.put(offence, new Throttle(Duration.ofSeconds(1)));
        }
    }

    /** Reports that {@code peer} offended; {@code detail} says how in one sentence. */
    public void offended(Offence offence, SocketAddress peer, String detail) {
        counters.offended(offence);
        var throttle = throttles.get(offence);
        if (throttle == null) {
            return;
        }
        throttle.pass().ifPresent(heldBack -> tell(offence, peer, detail, heldBack));
    }

    private void tell(Offence offence, SocketAddress peer, String detail, long heldBack) {
        LOG.atWarn()
                .addKeyValue("port", port)
                .addKeyValue("peer", peer)
                .addKeyValue("offence", offence)
                .addKeyValue("detail", detail)
                .addKeyValue("heldBack", heldBack)
                .log("Connection refused or closed");
        var parameters = Map.of("port", port, "peer", String.valueOf(peer), "reason", detail, "limit", detail);
        alarms.raise(alarm(offence), parameters);
    }

    private static AlarmDefinition alarm(Offence offence) {
        return switch (offence) {
            case TOO_MANY_CONNECTIONS, TOO_MANY_FROM_ADDRESS -> AlarmCatalogue.CONNECTION_LIMIT;
            case HANDSHAKE_FAILED, HANDSHAKE_TIMEOUT -> AlarmCatalogue.TLS_HANDSHAKE_FAILED;
            case SILENT, NOT_READING, MALFORMED -> AlarmCatalogue.PROTOCOL_VIOLATION;
        };
    }
}
