package org.keyline.lab.media;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a tone and what it relays, a packet at each run. Runs on the media thread. */
final class Voice implements Runnable {
    private final Transmission transmission;
    private final Tone tone;
    private final List<Relay> relays;
    private final Channel channel;
    private final Protection protection;
    private final int samplesPerPacket;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final AtomicLong packets = new AtomicLong();
    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private long timestamp = ThreadLocalRandom.current().nextInt();

    /** @param relays what is mixed with the tone; may change meanwhile */
    Voice(Transmission transmission, int frequency, List<Relay> relays, Channel channel) {
        this.transmission = transmission;
        this.tone = new Tone(frequency);
        this.relays = relays;
        this.channel = channel;
        this.protection = Protection.ofSender(transmission.key());
        this.samplesPerPacket = Tone.RATE / 1000 * transmission.packetMillis();
    }

    long packets() {
        return packets.get();
    }

    @Override
    public void run() {
        var packet = RtpPacket.of(transmission.codec().payloadType(), sequence, timestamp, ssrc, payload());
        sequence = (sequence + 1) & 0xFFFF;
        timestamp += samplesPerPacket;
        try {
            protection.protect(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot protect a packet", e);
        }
        var bytes = Unpooled.wrappedBuffer(packet.getBuffer(), packet.getOffset(), packet.getLength());
        var _ = channel.writeAndFlush(new DatagramPacket(bytes, transmission.to()), channel.voidPromise());
        packets.incrementAndGet();
    }

    private byte[] payload() {
        var codes = new byte[samplesPerPacket];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) transmission.codec().compress(sample());
        }
        return codes;
    }

    private int sample() {
        int sum = tone.next();
        for (var relay : relays) {
            sum += relay.next();
        }
        return Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
