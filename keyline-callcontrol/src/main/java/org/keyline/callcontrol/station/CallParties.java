package org.keyline.callcontrol.station;

import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * What a phone shows of a call.
 *
 * @param direction from this phone's point of view
 * @param security the call's class; empty while media is not yet known (no icon)
 */
public record CallParties(Direction direction, Party calling, Party called, Optional<SecurityClass> security) {
    /** Inbound, outbound or forwarded. */
    public enum Direction {
        INBOUND,
        OUTBOUND,
        FORWARDED
    }
}
