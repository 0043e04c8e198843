package org.keyline.sccp.station;

import org.keyline.callcontrol.station.LineStatus;

/** What a busy lamp shows, as it is numbered on the wire (sheet 5.15). */
public final class BusyLampStatus {
    private BusyLampStatus() {}

    /** The number of a state. */
    public static int of(LineStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case IDLE -> 1;
            case IN_USE -> 2;
            case DO_NOT_DISTURB -> 3;
            case ALERTING -> 4;
        };
    }
}
