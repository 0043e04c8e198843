package org.keyline.processing.record;

import org.keyline.callcontrol.station.Redirection.Reason;

/** Who made a part of a call begin, end or go on, with the number that records know it by. */
public enum OnBehalfOf {
    UNKNOWN(0),
    PARK(3),
    CONFERENCE(4),
    FORWARD(5),
    MEET_ME(6),
    TRANSFER(10),
    DEVICE(12),
    CALL_CONTROL(13),
    IMMEDIATE_DIVERT(14),
    PICKUP(16),
    CALL_BACK(20),
    /** Codes that callers are asked for. */
    CODES(22);

    private final int value;

    OnBehalfOf(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /** Who sends calls on for this reason. */
    public static OnBehalfOf of(Reason reason) {
        return switch (reason) {
            case TRANSFER -> TRANSFER;
            case PICKUP -> PICKUP;
            case DIVERT -> IMMEDIATE_DIVERT;
            case PARK_PICKUP, PARK_REVERSION -> PARK;
            case FORWARD_ALL, FORWARD_BUSY, FORWARD_NO_ANSWER, FORWARD_UNREGISTERED -> FORWARD;
        };
    }
}
