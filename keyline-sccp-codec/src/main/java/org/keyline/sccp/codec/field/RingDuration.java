package org.keyline.sccp.codec.field;

/** How long the phone rings (SetRinger). */
public enum RingDuration implements CodePoint {
    /** Until stopped. */
    NORMAL(1),
    /** One burst. */
    SINGLE(2);

    private static final ClosedSet<RingDuration> SET = new ClosedSet<>(RingDuration.class);

    private final int number;

    RingDuration(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static RingDuration of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
