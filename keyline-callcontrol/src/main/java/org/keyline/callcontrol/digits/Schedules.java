package org.keyline.callcontrol.digits;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.dial.TimeSchedule;

/**
 * Which partitions are away at a time. A partition whose schedule is gone is away: it was not meant to be there always.
 */
final class Schedules {
    private static final BitSet NONE = new BitSet();
    private static final TimeSchedule NEVER = new TimeSchedule("", List.of());

    private final List<Scheduled> scheduled = new ArrayList<>();

    private record Scheduled(int partition, TimeSchedule schedule, Optional<ZoneId> zone) {
        boolean isThere(Instant at, ZoneId callersZone) {
            return schedule.contains(at.atZone(zone.orElse(callersZone)).toLocalDateTime());
        }
    }

    /** @param numbers the partitions that hold patterns, by name */
    Schedules(Numbering.Times times, Map<String, Integer> numbers) {
        for (var partition : times.partitions().values()) {
            var number = numbers.get(partition.name());
            if (number != null && partition.timeSchedule().isPresent()) {
                var schedule =
                        times.schedules().getOrDefault(partition.timeSchedule().get(), NEVER);
                scheduled.add(new Scheduled(number, schedule, partition.timeZone()));
            }
        }
    }

    boolean isEmpty() {
        return scheduled.isEmpty();
    }

    /** The partitions that are away, by number. */
    BitSet away(Instant at, ZoneId callersZone) {
        if (scheduled.isEmpty()) {
            return NONE;
        }
        var away = new BitSet();
        for (var each : scheduled) {
            if (!each.isThere(at, callersZone)) {
                away.set(each.partition());
            }
        }
        return away;
    }
}
