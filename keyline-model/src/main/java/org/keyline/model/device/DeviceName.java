package org.keyline.model.device;

import java.util.regex.Pattern;

/**
 * The name under which a device registers, for example {@code SEP001122334455}: {@code SEP} and the twelve upper-case
 * hexadecimal digits of the MAC address for phones, other forms for gateways and soft phones. 1 to 15 characters, as
 * SCCP carries 16 with the final NUL.
 */
public record DeviceName(String text) implements Comparable<DeviceName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,15}");

    public DeviceName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A device name has 1 to 15 letters, digits, '.', '_' or '-': " + text);
        }
    }

    /** Whether {@code text} has the form of a device name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(DeviceName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
