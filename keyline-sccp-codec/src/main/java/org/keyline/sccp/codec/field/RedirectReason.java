package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * Why a call was redirected (CallInfo).
 *
 * @param number the number on the wire
 */
public record RedirectReason(int number) implements CodePoint {
    private static final OpenSet<RedirectReason> SET = new OpenSet<>(RedirectReason::new);

    /** None. */
    public static final RedirectReason NONE = SET.add(0, "none");

    /** Call forward busy. */
    public static final RedirectReason CALL_FORWARD_BUSY = SET.add(1, "call forward busy");

    /** Call forward no answer. */
    public static final RedirectReason CALL_FORWARD_NO_ANSWER = SET.add(2, "call forward no answer");

    /** Call transfer. */
    public static final RedirectReason CALL_TRANSFER = SET.add(4, "call transfer");

    /** Pickup. */
    public static final RedirectReason PICKUP = SET.add(5, "pickup");

    /** Call park. */
    public static final RedirectReason CALL_PARK = SET.add(7, "call park");

    /** Park pickup. */
    public static final RedirectReason PARK_PICKUP = SET.add(8, "park pickup");

    /** Call forward. */
    public static final RedirectReason CALL_FORWARD = SET.add(10, "call forward");

    /** Park reversion. */
    public static final RedirectReason PARK_REVERSION = SET.add(11, "park reversion");

    /** Call forward all. */
    public static final RedirectReason CALL_FORWARD_ALL = SET.add(15, "call forward all");

    /** The member with this number, known or not. */
    public static RedirectReason of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<RedirectReason> named() {
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
