package org.keyline.callcontrol.route;

import org.keyline.callcontrol.station.Cause;

/** What the selection does next. */
public sealed interface RouteStep {
    /**
     * The call is offered to this device.
     *
     * @param from where the selection stands, to go on from
     */
    record Try(String device, RoutePosition from) implements RouteStep {}

    /** No other device is left. */
    record Exhausted(Cause cause) implements RouteStep {}

    /** Other devices would find the same: none is tried. */
    record Stopped(Cause cause) implements RouteStep {}
}
