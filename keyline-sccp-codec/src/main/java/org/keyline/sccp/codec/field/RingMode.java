package org.keyline.sccp.codec.field;

/** How the phone rings (SetRinger). */
public enum RingMode implements CodePoint {
    /** Silent. */
    OFF(1),
    /** Inside ring. */
    INSIDE(2),
    /** Outside ring. */
    OUTSIDE(3),
    /** Feature ring. */
    FEATURE(4),
    /** Lamp without sound. */
    FLASH_ONLY(5),
    /** Urgent ring. */
    PRECEDENCE(6),
    /** Distinctive ring 1, newer loads. */
    BELLCORE_1(7),
    /** Distinctive ring 2, newer loads. */
    BELLCORE_2(8),
    /** Distinctive ring 3, newer loads. */
    BELLCORE_3(9),
    /** Distinctive ring 4, newer loads. */
    BELLCORE_4(10),
    /** Distinctive ring 5, newer loads. */
    BELLCORE_5(11);

    private static final ClosedSet<RingMode> SET = new ClosedSet<>(RingMode.class);

    private final int number;

    RingMode(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static RingMode of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
