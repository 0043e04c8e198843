package org.keyline.processing;

import org.keyline.model.device.Phone;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.DevicePool;

/** What became of a registration. */
public sealed interface RegistrationOutcome {
    /**
     * Registered.
     *
     * @param handle takes the station's signals
     * @param phone its configuration
     * @param devicePool its device pool, for date format and time zone
     * @param security the mode it registered with
     */
    record Accepted(StationHandle handle, Phone phone, DevicePool devicePool, SecurityClass security)
            implements RegistrationOutcome {}

    /**
     * Refused.
     *
     * @param text what the phone shows, at most 31 characters
     */
    record Refused(String text) implements RegistrationOutcome {}
}
