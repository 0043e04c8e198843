package org.keyline.callcontrol.station;

/** What a call was begun for. */
public enum Purpose {
    /** A call of its own. */
    CALL,
    /** To ask somebody before a held call is transferred there. */
    TRANSFER,
    /** To ask somebody before they come into a conference. */
    CONFERENCE,
    /** No call at all: its digits say where the line's calls shall go. */
    FORWARD_ALL
}
