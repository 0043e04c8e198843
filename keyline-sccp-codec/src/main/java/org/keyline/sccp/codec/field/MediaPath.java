package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * A transducer of the phone (MediaPathEvent, MediaPathCapability).
 *
 * @param number the number on the wire
 */
public record MediaPath(int number) implements CodePoint {
    private static final OpenSet<MediaPath> SET = new OpenSet<>(MediaPath::new);

    /** Headset. */
    public static final MediaPath HEADSET = SET.add(1, "headset");

    /** Handset. */
    public static final MediaPath HANDSET = SET.add(2, "handset");

    /** Speaker. */
    public static final MediaPath SPEAKER = SET.add(3, "speaker");

    /** The member with this number, known or not. */
    public static MediaPath of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaPath> named() {
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
