package org.keyline.model.dial;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Directory numbers that follow each other, all with the same count of digits.
 *
 * @param first the lowest, 1 to 18 digits
 * @param last the highest, greater than {@code first}
 */
public record NumberRange(String first, String last) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

    /** @throws IllegalArgumentException when these two are no range */
    public NumberRange {
        if (!isRange(first, last)) {
            throw new IllegalArgumentException(first + " to " + last + " is no range of directory numbers");
        }
    }

    /** Whether these two bound a range: the same count of digits, and the second greater. */
    public static boolean isRange(String first, String last) {
        return FORM.matcher(first).matches()
                && FORM.matcher(last).matches()
                && first.length() == last.length()
                && first.compareTo(last) < 0;
    }

    /** The lowest number that is not taken. */
    public Optional<String> firstFree(Predicate<String> isTaken) {
        var end = Long.parseLong(last);
        for (var number = Long.parseLong(first); number <= end; number++) {
            var digits = String.format("%0" + first.length() + "d", number);
            if (!isTaken.test(digits)) {
                return Optional.of(digits);
            }
        }
        return Optional.empty();
    }
}
