package org.keyline.callcontrol.digits;

import java.util.List;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Line;

/**
 * Where a number leads.
 *
 * @param line the directory number
 * @param appearances where it appears; empty when no device has it
 */
public record Destination(Line line, List<Appearance> appearances) implements Target, Meaning {
    public Destination {
        appearances = List.copyOf(appearances);
    }

    /** Whether it is the same line, whatever became of its settings and its phones meanwhile. */
    public boolean isSameLine(Destination other) {
        return line.number().equals(other.line().number())
                && line.partition().equals(other.line().partition());
    }

    /** A line button of a device. */
    public record Appearance(DeviceName device, LineInstance line) {}
}
