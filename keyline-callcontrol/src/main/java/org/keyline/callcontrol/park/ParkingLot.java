package org.keyline.callcontrol.park;

import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.dial.NumberKey;

/** Which leg is in which slot. Safe from any thread; never blocks. */
public interface ParkingLot {
    /** Gives a slot to a leg, at once and to one only; whether it was free. */
    boolean take(ParkSlot slot, CallReference leg);

    /** Who is in this slot. */
    Optional<CallReference> parked(NumberKey slot);
}
