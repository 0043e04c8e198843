package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a T.120-era session is for (StartSessionTransmission).
 *
 * @param number the number on the wire
 */
public record SessionType(int number) implements CodePoint {
    private static final OpenSet<SessionType> SET = new OpenSet<>(SessionType::new);

    /** Chat. */
    public static final SessionType CHAT = SET.add(1, "chat");

    /** Whiteboard. */
    public static final SessionType WHITEBOARD = SET.add(2, "whiteboard");

    /** Application sharing. */
    public static final SessionType APPLICATION_SHARING = SET.add(4, "application sharing");

    /** File transfer. */
    public static final SessionType FILE_TRANSFER = SET.add(8, "file transfer");

    /** Video. */
    public static final SessionType VIDEO = SET.add(16, "video");

    /** The member with this number, known or not. */
    public static SessionType of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SessionType> named() {
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
