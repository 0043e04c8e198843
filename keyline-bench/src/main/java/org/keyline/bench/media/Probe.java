package org.keyline.bench.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A party that is silent but for a click each second, and another in its room that waits for it. The time from the
 * packet that carries a click to the packet that brings it is what the mixer added.
 */
final class Probe implements Runnable {
    private static final long PACKET_NANOS = 20_000_000;
    private static final int PACKETS_BETWEEN_CLICKS = 50;
    private static final long LONGEST_NANOS = 500_000_000;

    private final PhoneMouth mouth;
    private final int port;
    private final PhoneEar ear;
    private final long offsetNanos;
    private final List<Long> sent = new ArrayList<>();
    private volatile boolean running = true;

    /** @param offsetNanos when within 20 ms it sends */
    Probe(int party, int port, PhoneEar ear, long offsetNanos) {
        this.mouth = new PhoneMouth(party);
        this.port = port;
        this.ear = ear;
        this.offsetNanos = offsetNanos;
    }

    @Override
    public void run() {
        try (var socket = new DatagramSocket()) {
            long next = System.nanoTime() + offsetNanos;
            for (int i = 1; running; i++) {
                LockSupport.parkNanos(next - System.nanoTime());
                boolean loud = i % PACKETS_BETWEEN_CLICKS == 0;
                int length = mouth.click(loud);
                if (loud) {
                    note(System.nanoTime());
                }
                socket.send(new DatagramPacket(mouth.packet(), length, InetAddress.getLoopbackAddress(), port));
                next += PACKET_NANOS;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void note(long when) {
        sent.add(when);
    }

    /** Forgets the clicks so far. */
    synchronized void forget() {
        sent.clear();
    }

    void stop() {
        running = false;
    }

    /** How long each click took, in milliseconds. */
    synchronized List<Double> latencies() {
        var latencies = new ArrayList<Double>();
        for (long click : sent) {
            ear.clicks().stream()
                    .filter(heard -> heard >= click && heard - click < LONGEST_NANOS)
                    .findFirst()
                    .ifPresent(heard -> latencies.add((heard - click) / 1e6));
        }
        return latencies;
    }
}
