package org.keyline.model.keys;

import java.util.Optional;

/**
 * The states of a call that have softkeys of their own, in the order of the numbers that their sets have on the wire
 * (SCCP sheet 5.6).
 */
public enum SoftkeyState {
    ON_HOOK(0, "onHook"),
    CONNECTED(1, "connected"),
    ON_HOLD(2, "onHold"),
    RING_IN(3, "ringIn"),
    OFF_HOOK(4, "offHook"),
    CONNECTED_TRANSFER(5, "connectedTransfer"),
    DIGITS_AFTER_FIRST(6, "digitsAfterFirst"),
    CONNECTED_CONFERENCE(7, "connectedConference"),
    RING_OUT(8, "ringOut"),
    OFF_HOOK_WITH_FEATURE(9, "offHookWithFeature"),
    REMOTE_IN_USE(10, "remoteInUse"),
    /** A shared line whose call is held at another phone. */
    ON_HOOK_STEALABLE(11, "onHookStealable"),
    HOLD_CONFERENCE(12, "holdConference");

    private final int set;
    private final String field;

    SoftkeyState(int set, String field) {
        this.set = set;
        this.field = field;
    }

    /** The number of its set of softkeys. */
    public int set() {
        return set;
    }

    /** The field of a softkey template that holds its keys. */
    public String field() {
        return field;
    }

    /** The state whose keys stand in the field of this name. */
    public static Optional<SoftkeyState> ofField(String field) {
        for (var state : values()) {
            if (state.field.equals(field)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
