package org.keyline.sccp.codec.field;

/** Which way a call goes (CallInfo); decides the arrow and the call list. */
public enum CallType implements CodePoint {
    /** A call to this phone. */
    INBOUND(1),
    /** A call from this phone. */
    OUTBOUND(2),
    /** A call this phone forwarded. */
    FORWARD(3);

    private static final ClosedSet<CallType> SET = new ClosedSet<>(CallType.class);

    private final int number;

    CallType(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static CallType of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
