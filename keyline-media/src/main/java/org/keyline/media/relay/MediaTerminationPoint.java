package org.keyline.media.relay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyline.media.port.Capacity;
import org.keyline.media.port.MediaPort;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.MediaThreads;
import org.keyline.media.stream.UdpPort;

/**
 * The media termination point: pairs of ports, each sending what the other receives. Any codec passes as it is; between
 * the two laws of G.711 it is changed. Each port has keys of its own or none, so one side may be encrypted and the
 * other not. Usable from any thread.
 *
 * <p>PerfMon's object {@code Cisco MTP Device} has its values in {@link #capacity}, which counts pairs.
 */
public final class MediaTerminationPoint {
    private static final int SHORTEST_KEY_MILLIS = 40;
    private static final int LONGEST_KEY_MILLIS = 8000;

    private final MediaThreads threads;
    private final Capacity capacity;

    /** @param pairs calls at once */
    public MediaTerminationPoint(MediaThreads threads, int pairs) {
        this.threads = threads;
        this.capacity = new Capacity(pairs);
    }

    /**
     * Two ports.
     *
     * @param fromFirst told of keys that come to the first port
     * @param fromSecond told of keys that come to the second port
     * @return empty when all pairs are taken
     */
    public Optional<Pair> open(DigitListener fromFirst, DigitListener fromSecond) {
        if (!capacity.take(1)) {
            return Optional.empty();
        }
        var thread = threads.quietest();
        var open = new AtomicInteger(2);
        Runnable closed = () -> {
            if (open.decrementAndGet() == 0) {
                capacity.giveBack(1);
            }
        };
        var first = new Side(thread, fromFirst, closed);
        var second = new Side(thread, fromSecond, closed);
        first.join(second);
        second.join(first);
        return Optional.of(new Pair(thread, first, second, UdpPort.open(thread, first), UdpPort.open(thread, second)));
    }

    /** The pairs there are and those taken. */
    public Capacity capacity() {
        return capacity;
    }

    /** Two ports that belong together. */
    public static final class Pair implements AutoCloseable {
        private final MediaThread thread;
        private final Side firstSide;
        private final Side secondSide;
        private final MediaPort first;
        private final MediaPort second;

        Pair(MediaThread thread, Side firstSide, Side secondSide, MediaPort first, MediaPort second) {
            this.thread = thread;
            this.firstSide = firstSide;
            this.secondSide = secondSide;
            this.first = first;
            this.second = second;
        }

        public MediaPort first() {
            return first;
        }

        public MediaPort second() {
            return second;
        }

        /** Sends a key from the first port, for 40…8000 ms, in place of sound; while one is being sent, none else. */
        public void pressFromFirst(char key, int millis) {
            press(firstSide, key, millis);
        }

        /** Sends a key from the second port, as {@link #pressFromFirst} from the first. */
        public void pressFromSecond(char key, int millis) {
            press(secondSide, key, millis);
        }

        private void press(Side side, char key, int millis) {
            int held = Math.clamp(millis, SHORTEST_KEY_MILLIS, LONGEST_KEY_MILLIS);
            thread.run(() -> side.press(key, held));
        }

        /** Closes both ports. */
        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
