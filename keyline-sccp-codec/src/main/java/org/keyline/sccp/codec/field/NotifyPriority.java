package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * Which notification hides which: a higher one covers lower ones until cleared (DisplayPriNotify).
 *
 * @param number the number on the wire
 */
public record NotifyPriority(int number) implements CodePoint {
    private static final OpenSet<NotifyPriority> SET = new OpenSet<>(NotifyPriority::new);

    /** Idle text. */
    public static final NotifyPriority IDLE_TEXT = SET.add(0, "idle text");

    /** Voice mail. */
    public static final NotifyPriority VOICE_MAIL = SET.add(1, "voice mail");

    /** Monitor. */
    public static final NotifyPriority MONITOR = SET.add(2, "monitor");

    /** Privacy. */
    public static final NotifyPriority PRIVACY = SET.add(3, "privacy");

    /** Do not disturb. */
    public static final NotifyPriority DO_NOT_DISTURB = SET.add(4, "do not disturb");

    /** Call forward. */
    public static final NotifyPriority CALL_FORWARD = SET.add(5, "call forward");

    /** Timed message. */
    public static final NotifyPriority TIMED_MESSAGE = SET.add(6, "timed message");

    /** The member with this number, known or not. */
    public static NotifyPriority of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<NotifyPriority> named() {
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
