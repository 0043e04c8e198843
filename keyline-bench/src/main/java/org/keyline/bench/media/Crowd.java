package org.keyline.bench.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Phones that all speak all the time: a packet each 20 ms, spread over the 20 ms. */
final class Crowd implements Runnable {
    private static final long SLOT_NANOS = 1_000_000;
    private static final int SLOTS = 20;

    private final List<PhoneMouth> mouths = new ArrayList<>();
    private final List<SocketAddress> ports = new ArrayList<>();
    private volatile boolean running = true;
    private volatile long slowest;

    /** Parties from {@code first} on speak to their ports. */
    Crowd(int first, List<Integer> allPorts) {
        for (int party = first; party < allPorts.size(); party++) {
            mouths.add(new PhoneMouth(party));
            ports.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), allPorts.get(party)));
        }
    }

    @Override
    public void run() {
        try (var channel = DatagramChannel.open()) {
            var buffer = ByteBuffer.allocateDirect(2048);
            long next = System.nanoTime();
            for (int slot = 0; running; slot = (slot + 1) % SLOTS) {
                LockSupport.parkNanos(next - System.nanoTime());
                slowest = Math.max(slowest, System.nanoTime() - next);
                for (int i = slot; i < mouths.size(); i += SLOTS) {
                    var mouth = mouths.get(i);
                    int length = mouth.speak();
                    channel.send(buffer.clear().put(mouth.packet(), 0, length).flip(), ports.get(i));
                }
                next += SLOT_NANOS;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets how far behind the crowd was. */
    void forget() {
        slowest = 0;
    }

    /** The farthest behind its time that the crowd was, in milliseconds: a slow generator measures nothing. */
    double slowestMillis() {
        return slowest / 1e6;
    }

    void stop() {
        running = false;
    }
}
