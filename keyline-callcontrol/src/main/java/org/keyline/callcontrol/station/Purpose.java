package org.keyline.callcontrol.station;

/** What a call was begun for, as far as its phone shows it. */
public enum Purpose {
    /** A call of its own. */
    CALL,
    /** To ask somebody before a held call is transferred there. */
    TRANSFER
}
