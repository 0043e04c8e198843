package org.keyline.callcontrol.station;

/** What a line does, as those who watch it see it. */
public enum LineStatus {
    /** No phone with the line is registered. */
    UNKNOWN,
    IDLE,
    IN_USE,
    /** Every phone with the line has a user who wants peace. */
    DO_NOT_DISTURB,
    ALERTING
}
