package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * Why a phone unregisters (UnregisterReq).
 *
 * @param number the number on the wire
 */
public record UnregisterReason(int number) implements CodePoint {
    private static final OpenSet<UnregisterReason> SET = new OpenSet<>(UnregisterReason::new);

    /** Unknown. */
    public static final UnregisterReason UNKNOWN = SET.add(0, "unknown");

    /** Power save. */
    public static final UnregisterReason POWER_SAVE = SET.add(1, "power save");

    /** The member with this number, known or not. */
    public static UnregisterReason of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<UnregisterReason> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
