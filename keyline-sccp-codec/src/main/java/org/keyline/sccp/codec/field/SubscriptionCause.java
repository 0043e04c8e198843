package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * How a subscription fared (SubscriptionStat).
 *
 * @param number the number on the wire
 */
public record SubscriptionCause(int number) implements CodePoint {
    private static final OpenSet<SubscriptionCause> SET = new OpenSet<>(SubscriptionCause::new);

    /** OK. */
    public static final SubscriptionCause OK = SET.add(0, "OK");

    /** Route failure. */
    public static final SubscriptionCause ROUTE_FAILURE = SET.add(1, "route failure");

    /** Authentication failure. */
    public static final SubscriptionCause AUTHENTICATION_FAILURE = SET.add(2, "authentication failure");

    /** Timeout. */
    public static final SubscriptionCause TIMEOUT = SET.add(3, "timeout");

    /** Trunk terminated. */
    public static final SubscriptionCause TRUNK_TERMINATED = SET.add(4, "trunk terminated");

    /** Trunk forbidden. */
    public static final SubscriptionCause TRUNK_FORBIDDEN = SET.add(5, "trunk forbidden");

    /** Throttle. */
    public static final SubscriptionCause THROTTLE = SET.add(6, "throttle");

    /** The member with this number, known or not. */
    public static SubscriptionCause of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SubscriptionCause> named() {
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
