package org.keyline.sccp.codec.field;

/** How much of a call a phone of a shared line may show (CallStateMessage). */
public enum CallPrivacy implements CodePoint {
    /** Icon, call plane and text. */
    NONE(0),
    /** Collapsed. */
    LIMITED(1),
    /** Hidden. */
    FULL(2);

    private static final ClosedSet<CallPrivacy> SET = new ClosedSet<>(CallPrivacy.class);

    private final int number;

    CallPrivacy(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static CallPrivacy of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
