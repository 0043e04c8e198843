package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What carries a stream (PortRequest).
 *
 * @param number the number on the wire
 */
public record MediaTransport(int number) implements CodePoint {
    private static final OpenSet<MediaTransport> SET = new OpenSet<>(MediaTransport::new);

    /** RTP. */
    public static final MediaTransport RTP = SET.add(1, "RTP");

    /** UDP. */
    public static final MediaTransport UDP = SET.add(2, "UDP");

    /** TCP. */
    public static final MediaTransport TCP = SET.add(3, "TCP");

    /** The member with this number, known or not. */
    public static MediaTransport of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaTransport> named() {
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
