package org.keyline.web.live;

import java.time.Instant;
import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * A configured phone and its registration.
 *
 * @param name the device name
 * @param model the model, for example {@code 7962}
 * @param description the administrator's words
 * @param numbers its directory numbers, separated by commas
 * @param asked the security mode in force for it
 * @param registration how it is registered; empty when it is not
 * @param certificate its certificate's expiry; empty when none is known
 */
public record PhoneRow(
        String name,
        String model,
        String description,
        String numbers,
        SecurityClass asked,
        Optional<Registration> registration,
        Optional<Instant> certificate) {
    /**
     * A registration.
     *
     * @param security how its signalling is protected
     * @param address where it connects from
     * @param since when it registered
     * @param protocolVersion the SCCP version both speak
     * @param load its firmware
     */
    public record Registration(
            SecurityClass security, String address, Instant since, int protocolVersion, String load) {}
}
