package org.keyline.processing.view;

import java.util.List;
import java.util.Optional;
import org.keyline.model.device.DeviceName;
import org.keyline.processing.location.LocationUse;

/** What is registered and which calls are up, now. Safe from any thread; never blocks. */
public interface Registrations {
    /** Every registered device, by name. */
    List<RegisteredDevice> devices();

    /** One device, if it is registered. */
    Optional<RegisteredDevice> device(DeviceName name);

    /** Every call in progress, oldest first. */
    List<CallView> calls();

    /** The newest calls that ended, newest first; a few hundred are kept. */
    List<EndedCall> recentCalls();

    /** What calls take of the bandwidth of locations, by name: of those that are configured and those in use. */
    List<LocationUse> locations();

    /** The revision of the configuration that devices and calls keep to; it follows the database's within moments. */
    long configurationRevision();

    /**
     * Runs {@code listener} after each change of a registration or a call, on the thread that made the change: it must
     * return at once. The returned handle ends it.
     */
    AutoCloseable onChange(Runnable listener);
}
