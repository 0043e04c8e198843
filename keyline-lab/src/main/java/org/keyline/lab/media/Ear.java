package org.keyline.lab.media;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** What reached the phone since the channel was opened. Written by the media thread, read by tests. */
final class Ear {
    static final int WINDOW = Tone.RATE / 10;
    private static final long FRESH_NANOS = 200_000_000L;

    private final Reception reception;
    private final Protection protection;
    private final int[] samples = new int[WINDOW];
    private long heard;
    private long packets;
    private long octets;
    private long lost;
    private long refused;
    private long otherCodec;
    private int expected = -1;
    private long lastNanos;

    Ear(Reception reception) {
        this.reception = reception;
        this.protection = Protection.ofReceiver(reception.key());
    }

    synchronized void take(RtpPacket packet) {
        if (!packet.isRtp() || !unprotects(packet)) {
            refused++;
            return;
        }
        packets++;
        count(packet.sequence());
        if (packet.payloadType() != reception.codec().payloadType()) {
            otherCodec++;
            return;
        }
        var payload = packet.payload();
        octets += payload.length;
        for (byte code : payload) {
            samples[(int) (heard++ % WINDOW)] = reception.codec().expand(code & 0xFF);
        }
        lastNanos = System.nanoTime();
    }

    private boolean unprotects(RtpPacket packet) {
        try {
            return protection.unprotect(packet);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private void count(int sequence) {
        int gap = expected < 0 ? 0 : (sequence - expected) & 0xFFFF;
        if (gap < 0x8000) {
            lost += gap;
            expected = (sequence + 1) & 0xFFFF;
        }
    }

    synchronized Heard heard() {
        return new Heard(
                Listening.to(window()),
                packets,
                octets,
                lost,
                refused,
                otherCodec,
                reception.key().isPresent());
    }

    /** What somebody hears who listens to all of these. */
    static Heard heard(List<Ear> ears) {
        var mixed = new int[WINDOW];
        for (var ear : ears) {
            var window = ear.window();
            Arrays.setAll(mixed, i -> mixed[i] + window[i]);
        }
        return ears.stream()
                .map(Ear::heard)
                .reduce(Heard::with)
                .map(heard -> heard.as(Listening.to(mixed)))
                .orElse(Heard.NOTHING);
    }

    /** How many samples have come. */
    synchronized long count() {
        return heard;
    }

    /** One of the last samples that came, counted from the first. */
    synchronized int sample(long index) {
        return samples[(int) (index % WINDOW)];
    }

    /** The last samples, oldest first; nothing when none came for a while. */
    synchronized int[] window() {
        return heard >= WINDOW && System.nanoTime() - lastNanos < FRESH_NANOS ? inOrder() : new int[WINDOW];
    }

    private int[] inOrder() {
        var ordered = new int[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            ordered[i] = samples[(int) ((heard + i) % WINDOW)];
        }
        return ordered;
    }
}
