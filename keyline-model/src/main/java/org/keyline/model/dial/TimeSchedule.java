package org.keyline.model.dial;

import java.time.LocalDateTime;
import java.util.List;

/** The times at which a partition is there: whenever one of the periods holds. */
public record TimeSchedule(String name, List<TimePeriod> periods) {
    public TimeSchedule {
        periods = List.copyOf(periods);
    }

    /** Whether one of its periods holds at this time of a clock on the wall. */
    public boolean contains(LocalDateTime time) {
        return periods.stream().anyMatch(period -> period.contains(time));
    }
}
