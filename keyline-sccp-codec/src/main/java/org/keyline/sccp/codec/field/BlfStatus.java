package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a watched line does (Notification, FeatureStatDynamic).
 *
 * @param number the number on the wire
 */
public record BlfStatus(int number) implements CodePoint {
    private static final OpenSet<BlfStatus> SET = new OpenSet<>(BlfStatus::new);

    /** Unknown. */
    public static final BlfStatus UNKNOWN = SET.add(0, "unknown");

    /** Idle. */
    public static final BlfStatus IDLE = SET.add(1, "idle");

    /** In use. */
    public static final BlfStatus IN_USE = SET.add(2, "in use");

    /** Do not disturb. */
    public static final BlfStatus DO_NOT_DISTURB = SET.add(3, "do not disturb");

    /** Alerting. */
    public static final BlfStatus ALERTING = SET.add(4, "alerting");

    /** The member with this number, known or not. */
    public static BlfStatus of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<BlfStatus> named() {
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
