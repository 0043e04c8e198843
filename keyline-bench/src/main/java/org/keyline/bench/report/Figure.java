package org.keyline.bench.report;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param run the measurement it belongs to
 * @param name what was measured
 * @param value the number
 * @param unit its unit
 * @param target what it shall be, where something is demanded
 */
public record Figure(String run, String name, double value, String unit, Optional<Target> target) {
    /** A figure that shall be so. */
    public static Figure of(String run, String name, double value, String unit, Target target) {
        return new Figure(run, name, value, unit, Optional.of(target));
    }

    /** A figure told for its own sake. */
    public static Figure of(String run, String name, double value, String unit) {
        return new Figure(run, name, value, unit, Optional.empty());
    }

    /** {@code met}, {@code SHORT} or nothing. */
    public String verdict() {
        return target.map(wanted -> wanted.isMetBy(value) ? "met" : "SHORT").orElse("");
    }

    /** The value as people read it: four digits or so, thousands separated. */
    public static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 || value == Math.rint(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
