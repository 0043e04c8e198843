package org.keyline.processing.call;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.meet.MeetingRooms;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.dial.NumberKey;

/** Where people meet on this node. Safe from any thread; never blocks. */
public final class OpenMeetings implements MeetingRooms {
    private final Map<NumberKey, Room> rooms = new ConcurrentHashMap<>();

    /** A room; nobody finds it before other calls can speak to it. */
    private record Room(CallReference reference, boolean ready) {}

    @Override
    public boolean open(MeetMe number, CallReference room) {
        return rooms.putIfAbsent(number.key(), new Room(room, false)) == null;
    }

    @Override
    public Optional<CallReference> room(NumberKey number) {
        return Optional.ofNullable(rooms.get(number)).filter(Room::ready).map(Room::reference);
    }

    /** Others may come. */
    void ready(MeetMe number, CallReference room) {
        rooms.replace(number.key(), new Room(room, false), new Room(room, true));
    }

    /** The number is free, if this room had it. */
    void close(MeetMe number, CallReference room) {
        rooms.computeIfPresent(number.key(), (_, open) -> open.reference().equals(room) ? null : open);
    }

    /** Nobody meets in these rooms any more. */
    void forget(Collection<CallReference> references) {
        rooms.values().removeIf(room -> references.contains(room.reference()));
    }
}
