package org.keyline.processing.location;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.keyline.callcontrol.location.Bandwidth;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.server.Location;

/**
 * What of the bandwidth of locations is taken. A counter for each location, raised and lowered without a lock, and
 * beside it what each leg has reserved, of which only the leg's own call speaks. It outlives every configuration: what
 * is taken stays taken when a location gets another limit; there is just no more until enough was given back.
 *
 * <p>Who needs two locations takes one after the other, and gives the first back when the second has no room: for that
 * moment another call may be refused that would have had room.
 */
public final class LocationLedger {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<CallReference, Map<String, Integer>> reserved = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();

    /** The bandwidth as calls see it under these limits; a location that is not among them is unlimited. */
    public Bandwidth within(Map<String, Location> locations) {
        return new Limited(Map.copyOf(locations));
    }

    /** How often bandwidth was missing, since the start. */
    public long refusals() {
        return refusals.sum();
    }

    /** What calls take of these locations, and of others that are in use, by name. */
    public List<LocationUse> uses(Collection<Location> configured) {
        var all = new HashMap<String, Location>();
        accounts.keySet().forEach(name -> all.put(name, new Location(name, 0)));
        configured.forEach(location -> all.put(location.name(), location));
        return all.values().stream()
                .map(this::use)
                .sorted(Comparator.comparing(use -> use.location().name()))
                .toList();
    }

    private LocationUse use(Location location) {
        var account = account(location.name());
        return new LocationUse(location, account.taken(), account.reservations(), account.refused());
    }

    private Account account(String location) {
        return accounts.computeIfAbsent(location, _ -> new Account());
    }

    /** No call has this leg any more. */
    public void release(CallReference leg) {
        var before = reserved.remove(leg);
        if (before != null) {
            before.forEach((location, kilobits) -> account(location).giveBack(kilobits, 1));
        }
    }

    private final class Limited implements Bandwidth {
        private final Map<String, Location> locations;

        Limited(Map<String, Location> locations) {
            this.locations = locations;
        }

        @Override
        public boolean take(List<Reservation> wanted) {
            var more = new HashMap<String, Change>(4);
            for (var one : wanted) {
                one.kilobits().forEach((at, kilobits) -> more.merge(at, new Change(kilobits, 1), Change::plus));
                reserved.getOrDefault(one.leg(), Map.of())
                        .forEach((at, kilobits) -> more.merge(at, new Change(-kilobits, -1), Change::plus));
            }
            if (!raise(more)) {
                return false;
            }
            more.forEach((at, change) -> {
                if (change.kilobits() <= 0) {
                    account(at).giveBack(-change.kilobits(), -change.reservations());
                }
            });
            wanted.forEach(this::enter);
            return true;
        }

        private void enter(Reservation one) {
            if (one.kilobits().isEmpty()) {
                reserved.remove(one.leg());
            } else {
                reserved.put(one.leg(), one.kilobits());
            }
        }

        /** Takes what is more than before in every location, or nothing. */
        private boolean raise(Map<String, Change> changes) {
            var raised = new ArrayList<String>(2);
            for (var change : changes.entrySet()) {
                var at = change.getKey();
                if (change.getValue().kilobits() > 0) {
                    if (!account(at)
                            .take(
                                    change.getValue().kilobits(),
                                    change.getValue().reservations(),
                                    limit(at))) {
                        raised.forEach(before -> undo(before, changes));
                        refuse(at);
                        return false;
                    }
                    raised.add(at);
                }
            }
            return true;
        }

        private void undo(String at, Map<String, Change> changes) {
            var change = changes.getOrDefault(at, Change.NONE);
            account(at).giveBack(change.kilobits(), change.reservations());
        }

        @Override
        public boolean admits(Reservation asked) {
            for (var one : asked.kilobits().entrySet()) {
                if (!account(one.getKey()).hasRoom(one.getValue(), limit(one.getKey()))) {
                    refuse(one.getKey());
                    return false;
                }
            }
            return true;
        }

        @Override
        public void release(CallReference leg) {
            LocationLedger.this.release(leg);
        }

        private void refuse(String at) {
            account(at).refuse();
            refusals.increment();
        }

        private long limit(String at) {
            var location = locations.get(at);
            return location == null || !location.isLimited() ? Long.MAX_VALUE : location.audioBandwidth();
        }
    }

    private record Change(int kilobits, int reservations) {
        static final Change NONE = new Change(0, 0);

        Change plus(Change other) {
            return new Change(kilobits + other.kilobits, reservations + other.reservations);
        }
    }
}
