package org.keyline.node.media;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Seated;
import org.keyline.media.conference.ConferenceBridge;
import org.keyline.media.conference.Room;

/** Conferences: legs of the same number hear each other. A room is there while a leg is in it. */
final class Rooms implements Places {
    private final ConferenceBridge bridge;
    private final Map<Integer, Occupied> rooms = new HashMap<>();

    Rooms(ConferenceBridge bridge) {
        this.bridge = bridge;
    }

    private record Occupied(Room room, int legs) {}

    @Override
    public Optional<Place> take(LegEvent offer, Runnable over) {
        if (!(offer instanceof Seated(var _, int number))) {
            return Optional.empty();
        }
        var found = rooms.getOrDefault(number, new Occupied(bridge.open(), 0));
        return found.room().join().map(port -> {
            rooms.put(number, new Occupied(found.room(), found.legs() + 1));
            return Place.at(port, () -> left(number));
        });
    }

    private void left(int number) {
        rooms.computeIfPresent(
                number, (_, found) -> found.legs() > 1 ? new Occupied(found.room(), found.legs() - 1) : closed(found));
    }

    private static @Nullable Occupied closed(Occupied found) {
        found.room().close();
        return null;
    }

    @Override
    public int left() {
        return bridge.capacity().available();
    }
}
