package org.keyline.callcontrol.station;

import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * What a phone shows of a call.
 *
 * @param direction from this phone's point of view
 * @param security the call's class; empty while media is not yet known (no icon)
 * @param redirection how the call came to the called party, unless it was called at first
 * @param conference what the user is in a conference, where it is one
 */
public record CallParties(
        Direction direction,
        Party calling,
        Party called,
        Optional<SecurityClass> security,
        Optional<Redirection> redirection,
        Optional<ConferenceRole> conference) {
    /** Of a call between two. */
    public CallParties(
            Direction direction,
            Party calling,
            Party called,
            Optional<SecurityClass> security,
            Optional<Redirection> redirection) {
        this(direction, calling, called, security, redirection, Optional.empty());
    }

    /** Of a call that went straight where it was meant to go. */
    public CallParties(Direction direction, Party calling, Party called, Optional<SecurityClass> security) {
        this(direction, calling, called, security, Optional.empty());
    }

    /** The same, shown with another class. */
    public CallParties secured(Optional<SecurityClass> other) {
        return new CallParties(direction, calling, called, other, redirection, conference);
    }

    /** That there is a call, and nothing of it. */
    public CallParties hidden() {
        return new CallParties(direction, Party.UNKNOWN, Party.UNKNOWN, Optional.empty());
    }

    /** Whether the user made the conference. */
    public enum ConferenceRole {
        CONTROLLER,
        PARTICIPANT
    }

    /** Inbound, outbound or forwarded. */
    public enum Direction {
        INBOUND,
        OUTBOUND,
        FORWARDED
    }
}
