package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * The place of a part in user/device data.
 *
 * @param number the number on the wire
 */
public record SequenceFlag(int number) implements CodePoint {
    private static final OpenSet<SequenceFlag> SET = new OpenSet<>(SequenceFlag::new);

    /** First. */
    public static final SequenceFlag FIRST = SET.add(0, "first");

    /** More. */
    public static final SequenceFlag MORE = SET.add(1, "more");

    /** Last. */
    public static final SequenceFlag LAST = SET.add(2, "last");

    /** The member with this number, known or not. */
    public static SequenceFlag of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SequenceFlag> named() {
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
