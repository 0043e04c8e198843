package org.keyline.sccp.codec.field;

/** How a phone starts again (Reset). */
public enum ResetType implements CodePoint {
    /** Reboot and read the configuration. */
    RESET(1),
    /** Unregister, read the configuration, register; no reboot. */
    RESTART(2),
    /** Fetch the configuration, restart only if needed; newer loads. */
    APPLY_CONFIG(3);

    private static final ClosedSet<ResetType> SET = new ClosedSet<>(ResetType.class);

    private final int number;

    ResetType(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static ResetType of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
