package org.keyline.processing.record;

import org.keyline.callcontrol.station.Cause;

/**
 * What ended one side of a part of a call.
 *
 * @param cause a Q.850 cause value, or one above 127 of a call manager's own; 0 where the other side ended it
 * @param by on whose behalf
 */
public record Termination(int cause, OnBehalfOf by) {
    /** The call goes on in another part: "call split". */
    public static final int CALL_SPLIT = 393_216;

    /** Who confers was sent away: "conference drop". */
    static final int CONFERENCE_DROP = 458_752;

    /** The other side ended it. */
    public static final Termination NONE = new Termination(Cause.NO_ERROR.value(), OnBehalfOf.UNKNOWN);

    static Termination of(Cause cause, OnBehalfOf by) {
        return new Termination(cause.value(), by);
    }

    static Termination split(OnBehalfOf by) {
        return new Termination(CALL_SPLIT, by);
    }

    /** Whether this side is one that nothing went wrong at. */
    public boolean isNormal() {
        return cause == Cause.NO_ERROR.value()
                || cause == Cause.NORMAL_CLEARING.value()
                || cause == CALL_SPLIT
                || cause == CONFERENCE_DROP;
    }
}
