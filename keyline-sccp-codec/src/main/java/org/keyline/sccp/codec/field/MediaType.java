package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a stream carries (PortRequest, PortResponse).
 *
 * @param number the number on the wire
 */
public record MediaType(int number) implements CodePoint {
    private static final OpenSet<MediaType> SET = new OpenSet<>(MediaType::new);

    /** Invalid. */
    public static final MediaType INVALID = SET.add(0, "invalid");

    /** Audio. */
    public static final MediaType AUDIO = SET.add(1, "audio");

    /** Main video. */
    public static final MediaType MAIN_VIDEO = SET.add(2, "main video");

    /** Far-end camera control. */
    public static final MediaType FAR_END_CAMERA_CONTROL = SET.add(3, "far-end camera control");

    /** Presentation video. */
    public static final MediaType PRESENTATION_VIDEO = SET.add(4, "presentation video");

    /** BFCP. */
    public static final MediaType BFCP = SET.add(5, "BFCP");

    /** IX channel. */
    public static final MediaType IX_CHANNEL = SET.add(6, "IX channel");

    /** T.38. */
    public static final MediaType T_38 = SET.add(7, "T.38");

    /** The member with this number, known or not. */
    public static MediaType of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaType> named() {
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
