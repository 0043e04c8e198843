package org.keyline.model.device;

import java.util.Optional;
import org.keyline.model.media.MediaSettings;

/**
 * Where a phone stands among the others, and what it may dial from there.
 *
 * @param devicePool name of its device pool
 * @param callingSearchSpace the device's calling search space, searched after the line's
 * @param media what it does about media where it differs from its pool
 */
public record Placement(String devicePool, Optional<String> callingSearchSpace, MediaSettings media) {
    /** A phone that does about media what its pool does. */
    public Placement(String devicePool, Optional<String> callingSearchSpace) {
        this(devicePool, callingSearchSpace, MediaSettings.NONE);
    }

    /** In this pool, dialling what everybody may. */
    public static Placement in(String devicePool) {
        return new Placement(devicePool, Optional.empty());
    }
}
