package org.keyline.sccp.codec.field;

/** The shield and lock of a call (CallInfo). The phone shows what it is told and computes nothing. */
public enum CallSecurityStatus implements CodePoint {
    /** No icon; while ringing out. */
    UNKNOWN(0),
    /** No icon. */
    NOT_AUTHENTICATED(1),
    /** Shield: both devices signal over TLS. */
    AUTHENTICATED(2),
    /** Lock: TLS signalling and SRTP media at both ends. */
    ENCRYPTED(3);

    private static final ClosedSet<CallSecurityStatus> SET = new ClosedSet<>(CallSecurityStatus.class);

    private final int number;

    CallSecurityStatus(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static CallSecurityStatus of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
