package org.keyline.model.device;

/** The number of a line on a device, from 1; 0 means none or the current one (as SCCP uses it). */
public record LineInstance(int number) {
    /** No particular line. */
    public static final LineInstance NONE = new LineInstance(0);

    public LineInstance {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("A line instance is 0 to 255: " + number);
        }
    }

    public boolean isNone() {
        return number == 0;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
