package org.keyline.media.stream;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.keyline.media.port.MediaPort;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Refusal;
import org.keyline.media.port.StreamKey;
import org.keyline.media.port.Transmission;
import org.keyline.model.media.AudioCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port with a UDP socket of its own, on one thread. What it is told before the socket is open waits for it. */
public final class UdpPort implements MediaPort {
    private static final Logger LOG = LoggerFactory.getLogger(UdpPort.class);
    private static final int SHORTEST_MILLIS = 10;
    private static final int LONGEST_MILLIS = 60;

    private final MediaThread thread;
    private final Duty duty;
    private final boolean shared;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable MediaSocket socket;
    private @Nullable RtpReceiver receiver;
    private @Nullable RtpSender sender;
    private boolean opened;
    private boolean closed;

    private UdpPort(MediaThread thread, Duty duty, boolean shared) {
        this.thread = thread;
        this.duty = duty;
        this.shared = shared;
        thread.addLoad(1);
    }

    /** A port on this thread that does {@code duty}, with a socket of its own. */
    public static UdpPort open(MediaThread thread, Duty duty) {
        var port = new UdpPort(thread, duty, false);
        return port.on(thread.open(port::received));
    }

    /**
     * A port that only sends, from a socket it shares with all others of its thread. It says where it listens, but what
     * comes there is thrown away.
     */
    public static UdpPort openSendOnly(MediaThread thread, Duty duty) {
        return new UdpPort(thread, duty, true).on(thread.sharedSocket());
    }

    /** A port with a socket of its own whose packets may cross {@code hops} less one routers. */
    public static UdpPort openMulticast(MediaThread thread, Duty duty, int hops) {
        var port = new UdpPort(thread, duty, false);
        return port.on(thread.open(port::received).thenApply(socket -> {
            socket.multicast(hops);
            return socket;
        }));
    }

    private UdpPort on(CompletableFuture<MediaSocket> opening) {
        var _ = opening.whenComplete((ready, failure) -> thread.run(() -> socketIs(ready, failure)));
        return this;
    }

    private void socketIs(@Nullable MediaSocket newSocket, @Nullable Throwable failure) {
        socket = newSocket;
        opened = true;
        if (newSocket == null) {
            LOG.atWarn().setCause(failure).log("Media port without a UDP port");
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    /** Does it on the thread, in order, once it is known whether there is a socket. */
    private boolean whenOpen(Runnable what) {
        return thread.run(() -> {
            if (opened) {
                what.run();
            } else {
                waiting.add(what);
            }
        });
    }

    private void received(byte[] octets, int length) {
        var listening = receiver;
        if (listening != null) {
            listening.received(octets, length);
        }
    }

    @Override
    public CompletionStage<Opening> openReceive(Reception reception) {
        var answer = new CompletableFuture<Opening>();
        var own = new Reception(
                reception.codec(), reception.packetMillis(), reception.key().map(StreamKey::copy));
        boolean alive = whenOpen(() -> {
            answer.complete(startReceiving(own));
            own.key().ifPresent(StreamKey::wipe);
        });
        if (!alive) {
            answer.complete(new Opening.Refused(Refusal.CLOSED));
        }
        return answer;
    }

    private Opening startReceiving(Reception reception) {
        stopReceiving();
        var refusal = refusal(reception.codec(), reception.packetMillis());
        var open = socket;
        if (refusal.isPresent() || open == null) {
            return new Opening.Refused(refusal.orElse(Refusal.NO_UDP_PORT));
        }
        receiver = new RtpReceiver(reception.key(), duty.receive(reception));
        return new Opening.Listening(open.address());
    }

    private Optional<Refusal> refusal(AudioCodec codec, int packetMillis) {
        if (closed) {
            return Optional.of(Refusal.CLOSED);
        }
        if (!duty.supports(codec)) {
            return Optional.of(Refusal.CODEC);
        }
        boolean fits = packetMillis >= SHORTEST_MILLIS && packetMillis <= LONGEST_MILLIS && packetMillis % 10 == 0;
        return fits ? Optional.empty() : Optional.of(Refusal.PACKET_SIZE);
    }

    @Override
    public void closeReceive() {
        whenOpen(this::stopReceiving);
    }

    private void stopReceiving() {
        var listening = receiver;
        if (listening != null) {
            receiver = null;
            listening.close();
            duty.stopReceiving();
        }
    }

    @Override
    public void startTransmit(Transmission transmission) {
        var own = new Transmission(
                transmission.to(),
                transmission.codec(),
                transmission.packetMillis(),
                transmission.key().map(StreamKey::copy));
        whenOpen(() -> {
            startSending(own);
            own.key().ifPresent(StreamKey::wipe);
        });
    }

    private void startSending(Transmission transmission) {
        stopSending();
        var refusal = refusal(transmission.codec(), transmission.packetMillis());
        var open = socket;
        if (refusal.isPresent() || open == null) {
            LOG.atWarn()
                    .addKeyValue("to", transmission.to())
                    .addKeyValue("codec", transmission.codec())
                    .addKeyValue("cause", refusal.orElse(Refusal.NO_UDP_PORT))
                    .log("Media port cannot send");
            return;
        }
        var sending = new RtpSender(thread, open, transmission.to(), transmission.key());
        sender = sending;
        duty.send(sending, transmission);
    }

    @Override
    public void stopTransmit() {
        whenOpen(this::stopSending);
    }

    private void stopSending() {
        var sending = sender;
        if (sending != null) {
            sender = null;
            duty.stopSending();
            sending.close();
        }
    }

    @Override
    public void close() {
        whenOpen(this::closeOnce);
    }

    private void closeOnce() {
        if (closed) {
            return;
        }
        stopSending();
        stopReceiving();
        closed = true;
        thread.addLoad(-1);
        var open = socket;
        if (open != null && !shared) {
            open.close();
        }
        duty.closed();
    }
}
