package org.keyline.sccp.codec.field;

/** Who hears a tone (StartTone). */
public enum ToneDirection implements CodePoint {
    /** The user. */
    USER(0),
    /** The far end. */
    NETWORK(1),
    /** Both. */
    BOTH(2);

    private static final ClosedSet<ToneDirection> SET = new ClosedSet<>(ToneDirection.class);

    private final int number;

    ToneDirection(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static ToneDirection of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
