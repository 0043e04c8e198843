package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * A set of softkeys, one for each situation of a call (SelectSoftKeys).
 *
 * @param number the number on the wire
 */
public record SoftKeySet(int number) implements CodePoint {
    private static final OpenSet<SoftKeySet> SET = new OpenSet<>(SoftKeySet::new);

    /** OnHook. */
    public static final SoftKeySet ON_HOOK = SET.add(0, "OnHook");

    /** Connected. */
    public static final SoftKeySet CONNECTED = SET.add(1, "Connected");

    /** OnHold. */
    public static final SoftKeySet ON_HOLD = SET.add(2, "OnHold");

    /** RingIn. */
    public static final SoftKeySet RING_IN = SET.add(3, "RingIn");

    /** OffHook. */
    public static final SoftKeySet OFF_HOOK = SET.add(4, "OffHook");

    /** ConnectedTransfer. */
    public static final SoftKeySet CONNECTED_TRANSFER = SET.add(5, "ConnectedTransfer");

    /** DigitsAfterFirst. */
    public static final SoftKeySet DIGITS_AFTER_FIRST = SET.add(6, "DigitsAfterFirst");

    /** ConnectedConference. */
    public static final SoftKeySet CONNECTED_CONFERENCE = SET.add(7, "ConnectedConference");

    /** RingOut. */
    public static final SoftKeySet RING_OUT = SET.add(8, "RingOut");

    /** OffHookFeature. */
    public static final SoftKeySet OFF_HOOK_FEATURE = SET.add(9, "OffHookFeature");

    /** RemoteInUse. */
    public static final SoftKeySet REMOTE_IN_USE = SET.add(10, "RemoteInUse");

    /** OnHookStealable. */
    public static final SoftKeySet ON_HOOK_STEALABLE = SET.add(11, "OnHookStealable");

    /** HoldConference. */
    public static final SoftKeySet HOLD_CONFERENCE = SET.add(12, "HoldConference");

    /** The member with this number, known or not. */
    public static SoftKeySet of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SoftKeySet> named() {
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
