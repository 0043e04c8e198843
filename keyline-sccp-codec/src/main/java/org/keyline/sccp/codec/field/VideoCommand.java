package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a video sender shall do (MiscellaneousCommand).
 *
 * @param number the number on the wire
 */
public record VideoCommand(int number) implements CodePoint {
    private static final OpenSet<VideoCommand> SET = new OpenSet<>(VideoCommand::new);

    /** Freeze picture. */
    public static final VideoCommand FREEZE_PICTURE = SET.add(0, "freeze picture");

    /** Fast update picture. */
    public static final VideoCommand FAST_UPDATE_PICTURE = SET.add(1, "fast update picture");

    /** Fast update GOB. */
    public static final VideoCommand FAST_UPDATE_GOB = SET.add(2, "fast update GOB");

    /** Fast update MB. */
    public static final VideoCommand FAST_UPDATE_MB = SET.add(3, "fast update MB");

    /** Lost picture. */
    public static final VideoCommand LOST_PICTURE = SET.add(4, "lost picture");

    /** Lost partial picture. */
    public static final VideoCommand LOST_PARTIAL_PICTURE = SET.add(5, "lost partial picture");

    /** Recovery reference picture. */
    public static final VideoCommand RECOVERY_REFERENCE_PICTURE = SET.add(6, "recovery reference picture");

    /** Temporal spatial trade-off. */
    public static final VideoCommand TEMPORAL_SPATIAL_TRADE_OFF = SET.add(7, "temporal spatial trade-off");

    /** The member with this number, known or not. */
    public static VideoCommand of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<VideoCommand> named() {
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
