package org.keyline.sccp.session;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The last alarm each device reported: it tells why the phone restarted. At most {@value #LIMIT} devices; the one that
 * reported longest ago is forgotten. Thread-safe.
 */
public final class LastAlarms {
    private static final int LIMIT = 20_000;

    private final Clock clock;
    private final LinkedHashMap<String, StationAlarm> byDevice = new LinkedHashMap<>();

    public LastAlarms(Clock clock) {
        this.clock = clock;
    }

    synchronized void keep(String device, String text) {
        byDevice.remove(device);
        byDevice.put(device, new StationAlarm(text, clock.instant()));
        if (byDevice.size() > LIMIT) {
            byDevice.pollFirstEntry();
        }
    }

    /** The last alarm of {@code device}. */
    public synchronized Optional<StationAlarm> of(String device) {
        return Optional.ofNullable(byDevice.get(device));
    }

    /**
     * What a device reported.
     *
     * @param text as it came, for example {@code 25: Name=SEP001122334455 Load=8.1 Last=Initialized}
     * @param at when
     */
    public record StationAlarm(String text, Instant at) {}
}
