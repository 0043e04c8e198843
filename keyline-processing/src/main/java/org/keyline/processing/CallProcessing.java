package org.keyline.processing;

import org.keyline.callcontrol.registration.RegistrationRequest;

/** What protocol modules ask of call processing. */
public interface CallProcessing {
    /**
     * Decides on a registration and, when it is accepted, makes {@code link} the device's connection; an older one is
     * closed. Never blocks: it may be called on an event loop.
     */
    RegistrationOutcome register(RegistrationRequest request, StationLink link);
}
