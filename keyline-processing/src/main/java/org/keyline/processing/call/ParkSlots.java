package org.keyline.processing.call;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.station.CallReference;

/** Who is parked where on this node. Safe from any thread; never blocks. */
public final class ParkSlots implements ParkingLot {
    private final Map<Place, CallReference> taken = new ConcurrentHashMap<>();

    private volatile Consumer<String> changed = _ -> {};

    /**
     * Somebody wants to know whenever a slot is taken or free again.
     *
     * @param listener gets the slot as those who watch it name it; returns at once
     */
    public void onChange(Consumer<String> listener) {
        changed = listener;
    }

    private record Place(String number, String partition) {
        static Place of(ParkSlot slot) {
            return new Place(slot.number(), slot.partition());
        }

        /** As those who watch it name it. */
        String key() {
            return partition.isEmpty() ? number : number + "@" + partition;
        }
    }

    @Override
    public boolean take(ParkSlot slot, CallReference leg) {
        var place = Place.of(slot);
        var free = taken.putIfAbsent(place, leg) == null;
        if (free) {
            changed.accept(place.key());
        }
        return free;
    }

    @Override
    public Optional<CallReference> parked(String number, String partition) {
        return Optional.ofNullable(taken.get(new Place(number, partition)));
    }

    /** The slot is free, if this leg had it. */
    void vacate(ParkSlot slot, CallReference leg) {
        var place = Place.of(slot);
        if (taken.remove(place, leg)) {
            changed.accept(place.key());
        }
    }

    /** None of these legs is parked any more. */
    void forget(Collection<CallReference> legs) {
        taken.forEach((place, leg) -> {
            if (legs.contains(leg) && taken.remove(place, leg)) {
                changed.accept(place.key());
            }
        });
    }
}
