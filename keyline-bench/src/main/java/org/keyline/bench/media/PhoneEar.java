package org.keyline.bench.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.media.codec.Codecs;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.srtp.Protection;
import org.keyline.model.media.AudioCodec;

/** What one phone hears: it counts packets that are authentic and in order, and notes when clicks arrive. */
final class PhoneEar implements AutoCloseable {
    private static final int LOUD = 10_000;

    private final DatagramSocket socket;
    private final Protection protection;
    private final AudioCodec codec;
    private final List<Long> clicks = new ArrayList<>();
    private long packets;
    private long wrong;
    private int lastSequence = -1;
    private boolean clicking;

    PhoneEar(int party) throws IOException {
        codec = party % 2 == 0 ? AudioCodec.G711_ULAW : AudioCodec.G711_ALAW;
        protection = Protection.ofReceiver(Optional.of(Keys.toParty(party)));
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().name("ear-" + party).start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        var datagram = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                datagram.setLength(2048);
                socket.receive(datagram);
                take(datagram.getData(), datagram.getLength(), System.nanoTime());
            }
        } catch (IOException closed) {
            // the measurement is over
        }
    }

    private synchronized void take(byte[] octets, int length, long now) {
        var packet = new RtpPacket();
        int opened = protection.unprotect(octets, length);
        if (opened < 0 || !packet.read(octets, opened)) {
            wrong++;
            return;
        }
        packets++;
        if (lastSequence >= 0 && packet.sequence() != ((lastSequence + 1) & 0xFFFF)) {
            wrong++;
        }
        lastSequence = packet.sequence();
        boolean loud = isLoud(packet);
        if (loud && !clicking) {
            clicks.add(now);
        }
        clicking = loud;
    }

    private boolean isLoud(RtpPacket packet) {
        var samples = new short[packet.payloadLength()];
        Codecs.decoder(codec).decode(packet.octets(), packet.payloadOffset(), samples, 0, samples.length);
        for (short sample : samples) {
            if (Math.abs(sample) > LOUD) {
                return true;
            }
        }
        return false;
    }

    /** Authentic packets so far. */
    synchronized long packets() {
        return packets;
    }

    /** Packets that were not authentic, or not the next one. */
    synchronized long wrong() {
        return wrong;
    }

    /** When clicks began to arrive, by {@link System#nanoTime}. */
    synchronized List<Long> clicks() {
        return List.copyOf(clicks);
    }

    @Override
    public void close() {
        socket.close();
    }
}
