package org.keyline.bench.report;

import java.util.Locale;

/**
 * What a figure shall be.
 *
 * @param atLeast whether more is better
 * @param limit the limit, in the figure's unit
 */
public record Target(boolean atLeast, double limit) {
    /** The figure shall be this or less. */
    public static Target atMost(double limit) {
        return new Target(false, limit);
    }

    /** The figure shall be this or more. */
    public static Target atLeast(double limit) {
        return new Target(true, limit);
    }

    /** Whether {@code value} is good enough. */
    public boolean isMetBy(double value) {
        return atLeast ? value >= limit : value <= limit;
    }

    @Override
    public String toString() {
        return (atLeast ? ">= " : "<= ") + Figure.number(limit).toLowerCase(Locale.ROOT);
    }
}
