package org.keyline.callcontrol.station;

/** What a call was begun for. */
public enum Purpose {
    /** A call of its own. */
    CALL,
    /** To somebody who could not be reached before, and is free now. */
    CALL_BACK,
    /** To ask somebody before a held call is transferred there. */
    TRANSFER,
    /** To ask somebody before they come into a conference. */
    CONFERENCE,
    /** No call at all: its digits say where the line's calls shall go. */
    FORWARD_ALL,
    /** To open a conference at a number where people meet. */
    MEET_ME,
    /** To take a call that rings in the line's own pickup group. */
    PICK_UP,
    /** To take a call that rings where the digits say: in a pickup group, or at a line. */
    GROUP_PICK_UP,
    /** To take a call that rings in one of the groups beside the line's own. */
    OTHER_PICK_UP
}
