package org.keyline.sccp.codec.field;

/** What becomes of the UDP port when media stops. */
public enum PortHandling implements CodePoint {
    /** Closed. */
    CLOSE(0),
    /** Kept open. */
    KEEP(1);

    private static final ClosedSet<PortHandling> SET = new ClosedSet<>(PortHandling.class);

    private final int number;

    PortHandling(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static PortHandling of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
