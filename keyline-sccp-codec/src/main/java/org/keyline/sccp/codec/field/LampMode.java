package org.keyline.sccp.codec.field;

/** What a lamp does (SetLamp). */
public enum LampMode implements CodePoint {
    /** Dark. */
    OFF(1),
    /** Steady. */
    ON(2),
    /** Mostly lit; own held call. */
    WINK(3),
    /** Fast flash. */
    FLASH(4),
    /** Slow; ringing. */
    BLINK(5),
    /** Hold pattern, newer loads. */
    HOLD(6),
    /** Ring pattern, newer loads. */
    RING(7),
    /** Load-defined. */
    CUSTOM_8(8),
    /** Load-defined. */
    CUSTOM_9(9);

    private static final ClosedSet<LampMode> SET = new ClosedSet<>(LampMode.class);

    private final int number;

    LampMode(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static LampMode of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
