package org.keyline.sccp.codec.field;

/** The switch of headset, speaker and microphone. */
public enum OnOff implements CodePoint {
    /** On. */
    ON(1),
    /** Off. */
    OFF(2);

    private static final ClosedSet<OnOff> SET = new ClosedSet<>(OnOff.class);

    private final int number;

    OnOff(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static OnOff of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
