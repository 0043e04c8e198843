package org.keyline.sccp.station;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keyline.model.server.DevicePool;
import org.keyline.sccp.codec.message.ServerConfiguration.TimeDate;

/** The time as a phone shows it: that of its device pool's zone. */
public final class StationTime {
    private static final int DAYS_A_WEEK = 7;

    private StationTime() {}

    /** The time now in the zone of {@code pool}; in UTC when the pool names a zone nobody knows. */
    public static TimeDate now(Clock clock, DevicePool pool) {
        var now = clock.instant();
        var local = now.atZone(zone(pool));
        return new TimeDate(
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfWeek().getValue() % DAYS_A_WEEK,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond(),
                local.getNano() / 1_000_000,
                now.getEpochSecond());
    }

    /** The zone of {@code pool}; UTC when the pool names a zone nobody knows. */
    public static ZoneId zone(DevicePool pool) {
        try {
            return ZoneId.of(pool.timeZone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
