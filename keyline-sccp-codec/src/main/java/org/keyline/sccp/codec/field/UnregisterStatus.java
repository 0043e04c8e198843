package org.keyline.sccp.codec.field;

/** The answer to UnregisterReq (UnregisterAck). */
public enum UnregisterStatus implements CodePoint {
    /** Unregistered. */
    OK(0),
    /** Failed. */
    ERROR(1),
    /** Not now; a call is up. */
    NAK(2);

    private static final ClosedSet<UnregisterStatus> SET = new ClosedSet<>(UnregisterStatus.class);

    private final int number;

    UnregisterStatus(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static UnregisterStatus of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
