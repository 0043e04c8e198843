package org.keyline.callcontrol.meet;

import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.dial.NumberKey;

/** At which numbers people meet now, and in which room. Safe from any thread; never blocks. */
public interface MeetingRooms {
    /** Gives a number to a room, at once and to one only; whether it was free. Nobody finds it before it is ready. */
    boolean open(MeetMe number, CallReference room);

    /** The room in which people meet at this number. */
    Optional<CallReference> room(NumberKey number);
}
