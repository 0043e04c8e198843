package org.keyline.callcontrol.station;

/** What a call was begun for. */
public enum Purpose {
    /** A call of its own. */
    CALL,
    /** To ask somebody before a held call is transferred there. */
    TRANSFER,
    /** No call at all: its digits say where the line's calls shall go. */
    FORWARD_ALL
}
