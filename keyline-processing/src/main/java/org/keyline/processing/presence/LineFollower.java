package org.keyline.processing.presence;

import java.time.Instant;
import org.keyline.callcontrol.station.LineStatus;

/** Who follows one line for a while. Told by the actor of the busy lamps: returns at once. */
public interface LineFollower {
    /**
     * The line does that; may be said again.
     *
     * @param line as those who watch it name it
     */
    void lineIs(String line, LineStatus status, Instant at);

    /** The time for which it might be followed is over; nothing more is said of it. */
    void followedLongEnough(String line);
}
