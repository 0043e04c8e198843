package org.keyline.model.device;

import java.util.Optional;

/**
 * Where a phone stands among the others, and what it may dial from there.
 *
 * @param devicePool name of its device pool
 * @param callingSearchSpace the device's calling search space, searched after the line's
 */
public record Placement(String devicePool, Optional<String> callingSearchSpace) {
    /** In this pool, dialling what everybody may. */
    public static Placement in(String devicePool) {
        return new Placement(devicePool, Optional.empty());
    }
}
