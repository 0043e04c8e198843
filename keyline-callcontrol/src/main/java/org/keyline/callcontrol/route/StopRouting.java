package org.keyline.callcontrol.route;

import org.keyline.callcontrol.station.Cause;

/**
 * When the rest of a route list is not tried.
 *
 * @param onBusy when who is called is busy (service parameter Stop Routing on User Busy Flag)
 * @param onUnallocated when nobody has the number (Stop Routing on Unallocated Number Flag)
 * @param onOutOfBandwidth when there is no bandwidth for the call (Stop Routing on Out of Bandwidth Flag)
 */
public record StopRouting(boolean onBusy, boolean onUnallocated, boolean onOutOfBandwidth) {
    /** As a fresh system has it. */
    public static final StopRouting USUAL = new StopRouting(true, true, false);

    boolean at(Cause cause) {
        return (cause == Cause.USER_BUSY && onBusy)
                || (cause == Cause.UNALLOCATED_NUMBER && onUnallocated)
                || (cause == Cause.OUT_OF_BANDWIDTH && onOutOfBandwidth);
    }
}
