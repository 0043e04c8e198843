package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.TimePeriod;
import org.keyline.model.dial.TimePeriod.Days;
import org.keyline.model.dial.TimePeriod.Hours;
import org.keyline.model.dial.TimeSchedule;

class TimeOfDayTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** The 20th of November 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:29:59Z, night",
        "2026-11-20T08:30:00Z, day",
        "2026-11-20T17:29:59Z, day",
        "2026-11-20T17:30:00Z, night",
        "2026-11-21T12:00:00Z, night"
    })
    void a_partition_is_there_within_its_schedule_only(String at, String reached) {
        var plan = day(
                        period(
                                new Hours(LocalTime.parse("08:30"), LocalTime.parse("17:30")),
                                new Days.Weekly(WORKDAYS)),
                        Optional.of("UTC"))
                .line("2001", "night")
                .space("caller", "day", "night")
                .compile();

        assertThat(reached(plan, at, "UTC")).isEqualTo("2001@" + reached);
    }

    /**
     * On the 29th of March 2026 the clocks of Berlin go from 02:00 to 03:00, on the 25th of October from 03:00 to
     * 02:00.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, true",
        "2026-03-29T01:00:00Z, false",
        "2026-03-30T00:00:00Z, true",
        "2026-03-30T00:59:59Z, false",
        "2026-10-24T23:59:59Z, false",
        "2026-10-25T00:00:00Z, true",
        "2026-10-25T00:59:59Z, true",
        "2026-10-25T01:00:00Z, true",
        "2026-10-25T01:59:59Z, true",
        "2026-10-25T02:00:00Z, false"
    })
    void where_clocks_change_the_clock_on_the_wall_counts(String at, boolean isThere) {
        // Half an hour of it never comes in March, and all of it comes twice in October.
        var hours = at.startsWith("2026-03-30")
                ? new Hours(LocalTime.parse("02:00"), LocalTime.parse("02:30"))
                : berlin(at);
        var plan = day(period(hours, new Days.Weekly(EVERY_DAY)), Optional.of("Europe/Berlin"))
                .compile();

        assertThat(plan.analyse(Plan.CALLER, "2001", Instant.parse(at)) instanceof Matched)
                .isEqualTo(isThere);
    }

    private static Hours berlin(String at) {
        return at.startsWith("2026-03")
                ? new Hours(LocalTime.parse("01:00"), LocalTime.parse("03:00"))
                : new Hours(LocalTime.parse("02:00"), LocalTime.parse("03:00"));
    }

    @Test
    void without_a_zone_of_its_own_a_partition_goes_by_the_callers_clock() {
        var plan = day(
                        period(
                                new Hours(LocalTime.parse("09:00"), LocalTime.parse("17:00")),
                                new Days.Weekly(EVERY_DAY)),
                        Optional.empty())
                .compile();

        assertThat(reached(plan, "2026-11-20T00:30:00Z", "Asia/Tokyo")).isEqualTo("2001@day");
        assertThat(plan.analyse(order("Europe/London"), "2001", Instant.parse("2026-11-20T00:30:00Z")))
                .isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void days_of_the_year_may_run_over_its_turn() {
        var holidays = new Days.Yearly(MonthDay.of(12, 29), MonthDay.of(1, 3));
        var plan = day(period(Hours.ALL_DAY, holidays), Optional.of("UTC")).compile();

        assertThat(reached(plan, "2026-12-29T00:00:00Z", "UTC")).isEqualTo("2001@day");
        assertThat(reached(plan, "2027-01-03T23:59:59Z", "UTC")).isEqualTo("2001@day");
        assertThat(plan.analyse(Plan.CALLER, "2001", Instant.parse("2027-01-04T00:00:00Z")))
                .isInstanceOf(Analysis.Unmatched.class);
        assertThat(plan.analyse(Plan.CALLER, "2001", Instant.parse("2026-12-28T23:59:59Z")))
                .isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void no_office_hours_never_come_and_a_schedule_that_is_gone_keeps_its_partition_away() {
        var closed = new TimePeriod("closed", Optional.empty(), new Days.Weekly(EVERY_DAY));
        assertThat(day(closed, Optional.empty()).dial("2001")).isInstanceOf(Analysis.Unmatched.class);

        assertThat(new Plan()
                        .partition(new Partition("day", "", Optional.of("gone"), Optional.empty()))
                        .line("2001", "day")
                        .space("caller", "day")
                        .dial("2001"))
                .isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void a_longer_number_in_a_partition_that_is_away_keeps_nobody_waiting() {
        var closed = new TimePeriod("closed", Optional.empty(), new Days.Weekly(EVERY_DAY));

        assertThat(day(closed, Optional.empty()).line("20", "").dial("20")).isInstanceOf(Matched.class);
    }

    private static Plan day(TimePeriod period, Optional<String> zone) {
        return new Plan()
                .schedule(new TimeSchedule("hours", List.of(period)))
                .partition(new Partition("day", "", Optional.of("hours"), zone.map(ZoneId::of)))
                .line("2001", "day")
                .space("caller", "day");
    }

    private static TimePeriod period(Hours hours, Days days) {
        return new TimePeriod("hours", Optional.of(hours), days);
    }

    private static SearchOrder order(String zone) {
        return new SearchOrder(Plan.CALLER.line(), Plan.CALLER.device(), ZoneId.of(zone));
    }

    private static String reached(DialPlan plan, String at, String callersZone) {
        return Plan.line(((Matched) plan.analyse(order(callersZone), "2001", Instant.parse(at))).route());
    }
}
