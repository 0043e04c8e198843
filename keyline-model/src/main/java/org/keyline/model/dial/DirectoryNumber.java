package org.keyline.model.dial;

import java.util.regex.Pattern;

/** The digits of a number on a line: 1 to 24 of {@code 0-9 * # +} and {@code A-D}. */
public record DirectoryNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("\\+?[0-9*#A-D]{1,24}");

    public DirectoryNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("A directory number has 1 to 24 of 0-9, A-D, * and #: " + digits);
        }
    }

    /** Whether {@code digits} has the form of a directory number. */
    public static boolean isValid(String digits) {
        return FORM.matcher(digits).matches();
    }

    @Override
    public String toString() {
        return digits;
    }
}
