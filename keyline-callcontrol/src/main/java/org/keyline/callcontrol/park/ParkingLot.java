package org.keyline.callcontrol.park;

import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;

/** Which leg is in which slot. Safe from any thread; never blocks. */
public interface ParkingLot {
    /** Gives a slot to a leg, at once and to one only; whether it was free. */
    boolean take(ParkSlot slot, CallReference leg);

    /** Who is in the slot of this number. */
    Optional<CallReference> parked(String number, String partition);
}
