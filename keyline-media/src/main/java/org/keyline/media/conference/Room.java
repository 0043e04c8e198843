package org.keyline.media.conference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyline.media.clip.Recording;
import org.keyline.media.jitter.JitterCounts;
import org.keyline.media.port.MediaPort;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.UdpPort;

/**
 * One conference: each party hears all others. All of it happens on one thread; its methods may be called from any.
 *
 * <p>Each party has its own codec and its own keys. Whether somebody without keys may be in a room is not asked here.
 */
public final class Room implements AutoCloseable {
    private final ConferenceBridge bridge;
    private final MediaThread thread;
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Seat> seats = new ArrayList<>();
    private final Map<Seat, MediaPort> ports = new HashMap<>();
    private final List<RoomTone> tones = new ArrayList<>();
    private final RoomSound sound = new RoomSound();
    private Runnable stopTicking = () -> {};
    private boolean closed;

    Room(ConferenceBridge bridge, MediaThread thread, int most) {
        this.bridge = bridge;
        this.thread = thread;
        this.most = most;
    }

    /** A port for one more party; empty when the room or the bridge is full, or the room was closed. */
    public synchronized Optional<MediaPort> join() {
        if (closed || taken.get() >= most || !bridge.capacity().take(1)) {
            return Optional.empty();
        }
        if (taken.getAndIncrement() == 0) {
            bridge.roomFilled();
        }
        var seat = new Seat(this);
        thread.run(() -> sit(seat));
        var port = UdpPort.open(thread, seat);
        ports.put(seat, port);
        return Optional.of(port);
    }

    /** Plays something to everybody in the room, once; two at a time sound together. */
    public void play(Recording recording) {
        thread.run(() -> tones.add(new RoomTone(recording)));
    }

    /** Parties in the room. */
    public int parties() {
        return taken.get();
    }

    /** Closes all ports; nobody can come in any more. */
    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(ports.values()).forEach(MediaPort::close);
    }

    private void sit(Seat seat) {
        if (seats.isEmpty()) {
            stopTicking = thread.everyTick(this::tick);
        }
        seats.add(seat);
    }

    void left(Seat seat) {
        forget(seat);
        seats.remove(seat);
        if (seats.isEmpty()) {
            stopTicking.run();
            tones.clear();
        }
        bridge.capacity().giveBack(1);
        if (taken.decrementAndGet() == 0) {
            bridge.roomEmptied();
        }
    }

    private synchronized void forget(Seat seat) {
        ports.remove(seat);
    }

    void heard(JitterCounts counts) {
        bridge.heard(counts);
    }

    private void tick() {
        long now = System.nanoTime();
        sound.begin(seats.stream().anyMatch(Seat::isWideband));
        for (var seat : seats) {
            seat.speak(now, sound);
        }
        tones.removeIf(tone -> !tone.sound(sound));
        for (var seat : seats) {
            seat.hear(sound);
        }
    }
}
