package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a transducer may do (MediaPathCapability).
 *
 * @param number the number on the wire
 */
public record MediaPathAbility(int number) implements CodePoint {
    private static final OpenSet<MediaPathAbility> SET = new OpenSet<>(MediaPathAbility::new);

    /** Enabled. */
    public static final MediaPathAbility ENABLED = SET.add(1, "enabled");

    /** Disabled. */
    public static final MediaPathAbility DISABLED = SET.add(2, "disabled");

    /** Monitor. */
    public static final MediaPathAbility MONITOR = SET.add(3, "monitor");

    /** The member with this number, known or not. */
    public static MediaPathAbility of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaPathAbility> named() {
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
