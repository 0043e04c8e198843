package org.keyline.processing.call;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.dial.NumberKey;

/** Who is parked where on this node. Safe from any thread; never blocks. */
public final class ParkSlots implements ParkingLot {
    private final Map<NumberKey, CallReference> taken = new ConcurrentHashMap<>();

    private volatile Consumer<NumberKey> changed = _ -> {};

    /**
     * Somebody wants to know whenever a slot is taken or free again.
     *
     * @param listener gets the slot; returns at once
     */
    public void onChange(Consumer<NumberKey> listener) {
        changed = listener;
    }

    @Override
    public boolean take(ParkSlot slot, CallReference leg) {
        var place = slot.key();
        var free = taken.putIfAbsent(place, leg) == null;
        if (free) {
            changed.accept(place);
        }
        return free;
    }

    @Override
    public Optional<CallReference> parked(NumberKey slot) {
        return Optional.ofNullable(taken.get(slot));
    }

    /** The slot is free, if this leg had it. */
    void vacate(ParkSlot slot, CallReference leg) {
        var place = slot.key();
        if (taken.remove(place, leg)) {
            changed.accept(place);
        }
    }

    /** None of these legs is parked any more. */
    void forget(Collection<CallReference> legs) {
        taken.forEach((place, leg) -> {
            if (legs.contains(leg) && taken.remove(place, leg)) {
                changed.accept(place);
            }
        });
    }
}
