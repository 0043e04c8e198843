package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * The list of the phone a call goes to (CallHistoryDisposition).
 *
 * @param number the number on the wire
 */
public record CallHistory(int number) implements CodePoint {
    private static final OpenSet<CallHistory> SET = new OpenSet<>(CallHistory::new);

    /** Ignore. */
    public static final CallHistory IGNORE = SET.add(0, "ignore");

    /** Placed. */
    public static final CallHistory PLACED = SET.add(1, "placed");

    /** Received. */
    public static final CallHistory RECEIVED = SET.add(2, "received");

    /** Missed. */
    public static final CallHistory MISSED = SET.add(3, "missed");

    /** Unknown. */
    public static final CallHistory UNKNOWN = SET.add(0xFFFF, "unknown");

    /** The member with this number, known or not. */
    public static CallHistory of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<CallHistory> named() {
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
