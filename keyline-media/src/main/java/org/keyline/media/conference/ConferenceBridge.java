package org.keyline.media.conference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.keyline.media.jitter.JitterCounts;
import org.keyline.media.port.Capacity;
import org.keyline.media.stream.MediaThreads;

/**
 * The software conference bridge: rooms on the media threads. Usable from any thread.
 *
 * <p>PerfMon's object {@code Cisco SW Conference Bridge Device} has its values here: {@link #capacity}, {@link #active}
 * ({@code SWConferenceActive}) and {@link #completed} ({@code SWConferenceCompleted}).
 */
public final class ConferenceBridge {
    private final MediaThreads threads;
    private final Capacity capacity;
    private final int mostInRoom;
    private final AtomicInteger active = new AtomicInteger();
    private final LongAdder completed = new LongAdder();
    private final LongAdder late = new LongAdder();

    /**
     * @param ports parties in all rooms together
     * @param mostInRoom parties in one room
     */
    public ConferenceBridge(MediaThreads threads, int ports, int mostInRoom) {
        this.threads = threads;
        this.capacity = new Capacity(ports);
        this.mostInRoom = mostInRoom;
    }

    /** An empty room. It costs nothing before somebody is in it, and nothing after the last has left. */
    public Room open() {
        return new Room(this, threads.quietest(), mostInRoom);
    }

    /** The ports there are and those taken. */
    public Capacity capacity() {
        return capacity;
    }

    /** Rooms with somebody in them. */
    public int active() {
        return active.get();
    }

    /** Conferences that have ended. */
    public long completed() {
        return completed.sum();
    }

    /** Packets that came after their time, in all conferences whose parties have stopped sending. */
    public long latePackets() {
        return late.sum();
    }

    void roomFilled() {
        active.incrementAndGet();
    }

    void roomEmptied() {
        active.decrementAndGet();
        completed.increment();
    }

    void heard(JitterCounts counts) {
        late.add(counts.late());
    }
}
