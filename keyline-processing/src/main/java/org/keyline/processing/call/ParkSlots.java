package org.keyline.processing.call;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.station.CallReference;

/** Who is parked where on this node. Safe from any thread; never blocks. */
public final class ParkSlots implements ParkingLot {
    private final Map<Place, CallReference> taken = new ConcurrentHashMap<>();

    private record Place(String number, String partition) {
        static Place of(ParkSlot slot) {
            return new Place(slot.number(), slot.partition());
        }
    }

    @Override
    public boolean take(ParkSlot slot, CallReference leg) {
        return taken.putIfAbsent(Place.of(slot), leg) == null;
    }

    @Override
    public Optional<CallReference> parked(String number, String partition) {
        return Optional.ofNullable(taken.get(new Place(number, partition)));
    }

    /** The slot is free, if this leg had it. */
    void vacate(ParkSlot slot, CallReference leg) {
        taken.remove(Place.of(slot), leg);
    }

    /** None of these legs is parked any more. */
    void forget(Collection<CallReference> legs) {
        taken.values().removeAll(legs);
    }
}
