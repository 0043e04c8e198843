package org.keyline.model.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The date and time by which a certificate operation must be complete, with the messages the spec gives for each
 * mistake (spec CAPF-067, CAPF-M03 to CAPF-M09).
 *
 * <p>Written as year, month, date, hour and, if wanted, minute and second, with {@code - / : . T} or spaces between; a
 * final {@code Z} means UTC, otherwise the publisher's own time.
 */
public final class OperationCompletesBy {
    private static final Pattern BETWEEN = Pattern.compile("[-/:.T ]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");

    private OperationCompletesBy() {}

    /** Reads the text; whether it lies in the past is asked of {@link #inThePast}. */
    public static Reading read(String text, ZoneId publisher) {
        var stripped = text.strip();
        boolean utc = stripped.endsWith("Z");
        var parts = BETWEEN.split(utc ? stripped.substring(0, stripped.length() - 1) : stripped, -1);
        var numbers = new ArrayList<Integer>();
        for (var part : parts) {
            if (!DIGITS.matcher(part).matches()) {
                return Reading.Fault.of("capf.M03");
            }
            numbers.add(Integer.parseInt(part));
        }
        return fields(numbers, utc ? ZoneOffset.UTC : publisher);
    }

    private static Reading fields(List<Integer> numbers, ZoneId zone) {
        if (numbers.size() < 4 || numbers.size() > 6) {
            return Reading.Fault.of("problem.deadline");
        }
        int year = numbers.get(0);
        int month = numbers.get(1);
        int date = numbers.get(2);
        if (year < 1970) {
            return Reading.Fault.of("capf.M04");
        }
        if (month < 1 || month > 12) {
            return Reading.Fault.of("capf.M05");
        }
        if (date < 1 || date > YearMonth.of(year, month).lengthOfMonth()) {
            return Reading.Fault.of("capf.M07");
        }
        return at(numbers, zone);
    }

    private static Reading at(List<Integer> numbers, ZoneId zone) {
        int minute = numbers.size() > 4 ? numbers.get(4) : 0;
        int second = numbers.size() > 5 ? numbers.get(5) : 0;
        try {
            var local =
                    LocalDateTime.of(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), minute, second);
            return new Reading.Good(new Value.Moment(local.atZone(zone).toInstant()));
        } catch (DateTimeException noSuchTime) {
            return Reading.Fault.of("capf.M09");
        }
    }

    /** The message for a deadline in the past, by the first part that is too small on the publisher's clock. */
    public static Optional<Reading.Fault> inThePast(Instant deadline, Instant now, ZoneId publisher) {
        if (!deadline.isBefore(now)) {
            return Optional.empty();
        }
        var asked = deadline.atZone(publisher);
        var today = now.atZone(publisher);
        if (asked.getYear() < today.getYear()) {
            return Optional.of(Reading.Fault.of("capf.M04"));
        }
        return Optional.of(
                Reading.Fault.of(asked.toLocalDate().isBefore(today.toLocalDate()) ? "capf.M06" : "capf.M08"));
    }
}
