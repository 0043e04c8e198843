package org.keyline.model.dial;

import java.util.List;

/**
 * Gateways and trunks that lead to the same place.
 *
 * @param name its name
 * @param distribution which of them is tried first
 * @param devices their names, in the group's order
 */
public record RouteGroup(String name, Distribution distribution, List<String> devices) {
    public RouteGroup {
        devices = List.copyOf(devices);
    }

    /** Which device is tried first. */
    public enum Distribution {
        /** The first. */
        TOP_DOWN,
        /** The one after the one used last, around. */
        CIRCULAR
    }

    /** A gateway that a pattern names itself, as a group of its own. */
    public static RouteGroup of(String device) {
        return new RouteGroup("", Distribution.TOP_DOWN, List.of(device));
    }
}
