package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What happened to a transducer (MediaPathEvent).
 *
 * @param number the number on the wire
 */
public record MediaPathUse(int number) implements CodePoint {
    private static final OpenSet<MediaPathUse> SET = new OpenSet<>(MediaPathUse::new);

    /** On. */
    public static final MediaPathUse ON = SET.add(1, "on");

    /** Off. */
    public static final MediaPathUse OFF = SET.add(2, "off");

    /** The member with this number, known or not. */
    public static MediaPathUse of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaPathUse> named() {
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
