package org.keyline.processing.call;

import java.util.Optional;
import org.keyline.model.device.DeviceName;

/** Finds registered devices. Safe from any thread; never blocks. */
@FunctionalInterface
public interface LegOwners {
    Optional<? extends LegOwner> find(DeviceName device);
}
