package org.keyline.media.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.media.codec.AudioDecoder;
import org.keyline.media.codec.AudioEncoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.port.MediaPort;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.StreamKey;
import org.keyline.media.port.Transmission;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.srtp.Protection;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** The other end of a port: a UDP socket that speaks a tone and listens, in real time. */
public final class TestPhone implements AutoCloseable {
    private static final int FRAME_MILLIS = 20;
    private static final int HEIGHT = 8000;
    private static final ScheduledExecutorService CLOCK =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());

    private final DatagramSocket socket;
    private final AudioCodec codec;
    private final Optional<StreamKey> toPort;
    private final Optional<StreamKey> fromPort;
    private final Protection sending;
    private final Protection receiving;
    private final AudioDecoder decoder;
    private final List<byte[]> datagrams = new ArrayList<>();
    private final List<Short> samples = new ArrayList<>();
    private int bad;
    private @Nullable ScheduledFuture<?> speaking;

    /** A phone without keys. */
    public TestPhone(AudioCodec codec) {
        this(codec, Optional.empty(), Optional.empty());
    }

    /** A phone with keys of its own for both directions. */
    public static TestPhone encrypted(AudioCodec codec, long seed) {
        return new TestPhone(codec, Optional.of(key(seed)), Optional.of(key(seed + 1)));
    }

    private TestPhone(AudioCodec codec, Optional<StreamKey> toPort, Optional<StreamKey> fromPort) {
        this.codec = codec;
        this.toPort = toPort;
        this.fromPort = fromPort;
        sending = Protection.ofSender(toPort);
        receiving = Protection.ofReceiver(fromPort);
        decoder = Codecs.decoder(codec);
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private static StreamKey key(long seed) {
        var chance = new Random(seed);
        var key = new byte[StreamKey.KEY_LENGTH];
        var salt = new byte[StreamKey.SALT_LENGTH];
        chance.nextBytes(key);
        chance.nextBytes(salt);
        return new StreamKey(key, salt);
    }

    public MediaAddress address() {
        return new MediaAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /** Has the port receive from and send to this phone; the address the port listens at. */
    public MediaAddress connect(MediaPort port) {
        var opening = Await.result(port.openReceive(new Reception(codec, FRAME_MILLIS, toPort)));
        port.startTransmit(new Transmission(address(), codec, FRAME_MILLIS, fromPort));
        return ((Opening.Listening) opening).address();
    }

    /** Wipes what was handed to the port; the phone itself goes on with copies. */
    public void wipeKeys() {
        toPort.ifPresent(StreamKey::wipe);
        fromPort.ifPresent(StreamKey::wipe);
    }

    /** Has the port send to this phone in packets of another length. */
    public void listenTo(MediaPort port, int packetMillis) {
        port.startTransmit(new Transmission(address(), codec, packetMillis, fromPort));
    }

    /** Speaks a tone in packets of 20 ms until it is told another or closed. */
    public void speak(int frequency, MediaAddress to) {
        stopSpeaking();
        var mouth = new Mouth(frequency, new InetSocketAddress(to.ip(), to.port()));
        speaking = CLOCK.scheduleAtFixedRate(mouth, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void stopSpeaking() {
        var running = speaking;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Sends these octets as a datagram. */
    public void send(byte[] datagram, MediaAddress to) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to.ip(), to.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was heard of this frequency in the last half second, 1 for a tone of this phone's own height. */
    public double level(int frequency) {
        var last = last(FRAME_MILLIS * 25);
        if (last.length == 0) {
            return 0;
        }
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < last.length; i++) {
            double phase = 2 * Math.PI * frequency * i / rate();
            real += last[i] * Math.cos(phase);
            imaginary += last[i] * Math.sin(phase);
        }
        return Math.hypot(real, imaginary) * 2 / last.length / HEIGHT;
    }

    /** The mean height of the last half second. */
    public double loudness() {
        var last = last(FRAME_MILLIS * 25);
        double sum = 0;
        for (short sample : last) {
            sum += Math.abs(sample);
        }
        return sum / Math.max(1, last.length);
    }

    /** Waits until half a second with these tones, and none of those, was heard. */
    public void awaitHearing(List<Integer> wanted, List<Integer> unwanted) {
        Await.until(
                wanted + " and not " + unwanted + " to be heard",
                () -> wanted.stream().allMatch(frequency -> level(frequency) > 0.5)
                        && unwanted.stream().allMatch(frequency -> level(frequency) < 0.05));
    }

    private synchronized short[] last(int millis) {
        int count = millis * rate() / 1000;
        if (samples.size() < count) {
            return new short[0];
        }
        var last = new short[count];
        for (int i = 0; i < count; i++) {
            last[i] = samples.get(samples.size() - count + i);
        }
        return last;
    }

    private int rate() {
        return 8000 * decoder.samplesPerOctet();
    }

    /** Every datagram that came, as it came. */
    public synchronized List<byte[]> datagrams() {
        return List.copyOf(datagrams);
    }

    /** Datagrams that were not authentic RTP of the codec. */
    public synchronized int bad() {
        return bad;
    }

    /** Samples heard so far. */
    public synchronized int heard() {
        return samples.size();
    }

    private void listen() {
        var datagram = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(2048);
                socket.receive(datagram);
                take(Arrays.copyOf(datagram.getData(), datagram.getLength()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private synchronized void take(byte[] datagram) {
        datagrams.add(datagram.clone());
        var packet = new RtpPacket();
        int length = receiving.unprotect(datagram, datagram.length);
        if (length < 0 || !packet.read(datagram, length) || packet.payloadType() != codec.payloadType()) {
            bad++;
            return;
        }
        var frame = new short[packet.payloadLength() * decoder.samplesPerOctet()];
        decoder.decode(packet.octets(), packet.payloadOffset(), frame, 0, packet.payloadLength());
        for (short sample : frame) {
            samples.add(sample);
        }
    }

    @Override
    public void close() {
        stopSpeaking();
        socket.close();
    }

    /** What is said. */
    private final class Mouth implements Runnable {
        private final int frequency;
        private final InetSocketAddress to;
        private final AudioEncoder encoder = Codecs.encoder(codec);
        private final int ssrc = new Random().nextInt();
        private int count;

        Mouth(int frequency, InetSocketAddress to) {
            this.frequency = frequency;
            this.to = to;
        }

        @Override
        public void run() {
            int octets = FRAME_MILLIS * Codecs.OCTETS_PER_MILLI;
            var frame = new short[octets * encoder.samplesPerOctet()];
            for (int i = 0; i < frame.length; i++) {
                double seconds = (count * (double) frame.length + i) / rate();
                frame[i] = (short) (HEIGHT * Math.sin(2 * Math.PI * frequency * seconds));
            }
            var packet = new byte[RtpPacket.HEADER + octets + Protection.TAG];
            encoder.encode(frame, 0, packet, RtpPacket.HEADER, octets);
            RtpPacket.writeHeader(packet, count == 0, codec.payloadType(), count, count * octets, ssrc);
            count++;
            int length = sending.protect(packet, RtpPacket.HEADER + octets);
            try {
                socket.send(new DatagramPacket(packet, length, to));
            } catch (IOException e) {
                stopSpeaking();
            }
        }
    }
}
