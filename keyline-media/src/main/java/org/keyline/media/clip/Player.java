package org.keyline.media.clip;

import org.jspecify.annotations.Nullable;
import org.keyline.media.codec.Codecs;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.stream.Duty;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.PacketSink;
import org.keyline.media.stream.RtpSender;
import org.keyline.model.media.AudioCodec;

/** Plays a flow to whoever the port sends to. What the port receives is not listened to. */
public final class Player implements Duty {
    private static final int TICK_MILLIS = 20;
    private static final int LONGEST_MILLIS = 60;

    private final MediaThread thread;
    private final Flow flow;
    private final Runnable whenOver;
    private final Runnable whenClosed;
    private final byte[] octets = new byte[LONGEST_MILLIS * Codecs.OCTETS_PER_MILLI];
    private @Nullable RtpSender sender;
    private AudioCodec codec = AudioCodec.G711_ULAW;
    private int packetMillis;
    private int millisDue;
    private boolean over;
    private Runnable stopTicking = () -> {};

    /**
     * @param whenOver runs once, when the flow has come to its end
     * @param whenClosed runs once, when the port is closed
     */
    public Player(MediaThread thread, Flow flow, Runnable whenOver, Runnable whenClosed) {
        this.thread = thread;
        this.flow = flow;
        this.whenOver = whenOver;
        this.whenClosed = whenClosed;
    }

    @Override
    public boolean supports(AudioCodec asked) {
        return Codecs.knows(asked);
    }

    @Override
    public PacketSink receive(Reception reception) {
        return Deaf.EAR;
    }

    @Override
    public void stopReceiving() {}

    @Override
    public void send(RtpSender newSender, Transmission transmission) {
        sender = newSender;
        codec = transmission.codec();
        packetMillis = transmission.packetMillis();
        millisDue = 0;
        stopTicking = thread.everyTick(this::tick);
    }

    @Override
    public void stopSending() {
        stopTicking.run();
        sender = null;
    }

    @Override
    public void closed() {
        whenClosed.run();
    }

    private void tick() {
        var sending = sender;
        if (sending == null || over) {
            return;
        }
        millisDue += TICK_MILLIS;
        while (millisDue >= packetMillis && !over) {
            millisDue -= packetMillis;
            packet(sending, packetMillis * Codecs.OCTETS_PER_MILLI);
        }
    }

    private void packet(RtpSender sending, int length) {
        switch (flow.next(codec, octets, length)) {
            case SOUND -> sending.audio(codec.payloadType(), octets, 0, length, length);
            case NOTHING -> sending.pause(length);
            case OVER -> {
                over = true;
                stopTicking.run();
                whenOver.run();
            }
        }
    }

    /** Who does not listen. */
    private enum Deaf implements PacketSink {
        EAR;

        @Override
        public void sourceBegins() {}

        @Override
        public void arrived(RtpPacket packet, long now) {}
    }
}
