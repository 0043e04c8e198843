package org.keyline.sccp.codec.field;

/** What a call plane of the phone shows (CallStateMessage). */
public enum CallState implements CodePoint {
    /** No call; not sent to phones. */
    IDLE(0),
    /** Opens the call plane. */
    OFF_HOOK(1),
    /** Removes the call; its reference is dead afterwards. */
    ON_HOOK(2),
    /** The far end rings. */
    RING_OUT(3),
    /** This phone rings. */
    RING_IN(4),
    /** Talking. */
    CONNECTED(5),
    /** The far end is busy. */
    BUSY(6),
    /** No way through. */
    CONGESTION(7),
    /** Held here. */
    HOLD(8),
    /** A second call waits. */
    CALL_WAITING(9),
    /** Held by a transfer. */
    CALL_TRANSFER(10),
    /** Parked. */
    CALL_PARK(11),
    /** Routed, no ring-back yet. */
    PROCEED(12),
    /** In use on another device of a shared line. */
    CALL_REMOTE_MULTILINE(13),
    /** The number leads nowhere. */
    INVALID_NUMBER(14),
    /** A held call comes back. */
    HOLD_REVERT(15),
    /** One-way intercom. */
    WHISPER(16),
    /** Held on another device; newer phones only. */
    REMOTE_HOLD(17);

    private static final ClosedSet<CallState> SET = new ClosedSet<>(CallState.class);

    private final int number;

    CallState(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static CallState of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
