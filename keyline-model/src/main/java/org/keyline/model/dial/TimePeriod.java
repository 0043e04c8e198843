package org.keyline.model.dial;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * A time that comes again: hours on some days of the week, or on some days of the year.
 *
 * @param hours the hours of a day; empty is "no office hours": it never holds
 * @param days on which days
 */
public record TimePeriod(String name, Optional<Hours> hours, Days days) {
    /**
     * Hours of one day, from {@code start} up to, but without, {@code end}.
     *
     * @param end midnight is the end of the day
     */
    public record Hours(LocalTime start, LocalTime end) {
        /** The whole day. */
        public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        boolean contains(LocalTime time) {
            return !time.isBefore(start) && (end.equals(LocalTime.MIDNIGHT) || time.isBefore(end));
        }
    }

    /** Days that come again. */
    public sealed interface Days {
        /** These days of each week. */
        record Weekly(Set<DayOfWeek> days) implements Days {
            public Weekly {
                days = Set.copyOf(days);
            }
        }

        /** From one day of the year to another, both included; it may run over the turn of the year. */
        record Yearly(MonthDay first, MonthDay last) implements Days {}
    }

    /** Whether it holds at this time of a clock on the wall. */
    public boolean contains(LocalDateTime time) {
        return hours.isPresent() && hours.get().contains(time.toLocalTime()) && isOn(time);
    }

    private boolean isOn(LocalDateTime time) {
        return switch (days) {
            case Days.Weekly(var week) -> week.contains(time.getDayOfWeek());
            case Days.Yearly(var first, var last) -> within(MonthDay.from(time), first, last);
        };
    }

    private static boolean within(MonthDay day, MonthDay first, MonthDay last) {
        return first.isAfter(last)
                ? !day.isBefore(first) || !day.isAfter(last)
                : !day.isBefore(first) && !day.isAfter(last);
    }
}
