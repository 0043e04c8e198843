package org.keyline.callcontrol.route;

import java.util.List;
import org.keyline.callcontrol.station.Cause;

/**
 * Where the selection stands.
 *
 * @param choice which of the route list's groups, from 0
 * @param remaining the devices of that group still to come, in their order
 * @param cause what the caller is told when there is no other
 */
public record RoutePosition(int choice, List<String> remaining, Cause cause) {
    public RoutePosition {
        remaining = List.copyOf(remaining);
    }

    /** Before the first. */
    static RoutePosition start() {
        return new RoutePosition(-1, List.of(), Cause.DESTINATION_OUT_OF_ORDER);
    }
}
