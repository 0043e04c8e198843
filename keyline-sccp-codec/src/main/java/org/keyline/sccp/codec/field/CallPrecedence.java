package org.keyline.sccp.codec.field;

/** The precedence level of a call (CallStateMessage). */
public enum CallPrecedence implements CodePoint {
    /** Highest. */
    FLASH_OVERRIDE(0),
    /** High. */
    FLASH(1),
    /** Medium. */
    IMMEDIATE(2),
    /** Low. */
    PRIORITY(3),
    /** Normal. */
    ROUTINE(4);

    private static final ClosedSet<CallPrecedence> SET = new ClosedSet<>(CallPrecedence.class);

    private final int number;

    CallPrecedence(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static CallPrecedence of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
