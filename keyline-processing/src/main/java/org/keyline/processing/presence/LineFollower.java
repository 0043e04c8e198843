package org.keyline.processing.presence;

import java.time.Instant;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.model.dial.NumberKey;

/** Who follows one line for a while. Told by the actor of the busy lamps: returns at once. */
public interface LineFollower {
    /** The line does that; may be said again. */
    void lineIs(NumberKey line, LineStatus status, Instant at);

    /** The time for which it might be followed is over; nothing more is said of it. */
    void followedLongEnough(NumberKey line);
}
