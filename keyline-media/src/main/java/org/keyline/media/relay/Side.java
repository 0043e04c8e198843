package org.keyline.media.relay;

import org.jspecify.annotations.Nullable;
import org.keyline.media.codec.Codecs;
import org.keyline.media.codec.G711Table;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.rtp.TelephoneEvent;
import org.keyline.media.stream.Duty;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.PacketSink;
import org.keyline.media.stream.RtpSender;
import org.keyline.model.media.AudioCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One side of a termination point. What it receives the other side sends, at once, with numbers of its own stream:
 * losses and pauses stay what they were.
 */
final class Side implements Duty, PacketSink {
    private static final Logger LOG = LoggerFactory.getLogger(Side.class);

    /** Where a new source goes on after another: 20 ms later. */
    private static final int STEP = 160;

    private final MediaThread thread;
    private final DigitListener digits;
    private final Runnable whenClosed;
    private @Nullable Side other;
    private @Nullable RtpSender sender;
    private AudioCodec receives = AudioCodec.G711_ULAW;
    private AudioCodec sends = AudioCodec.G711_ULAW;
    private final byte[] converted = new byte[2048];

    /** Distance between the numbers of what comes and of what the other side sends. */
    private boolean aligned;

    private int sequenceDistance;
    private int timestampDistance;
    private int lastEventTimestamp;
    private boolean eventSeen;
    private @Nullable Keying keying;

    Side(MediaThread thread, DigitListener digits, Runnable whenClosed) {
        this.thread = thread;
        this.digits = digits;
        this.whenClosed = whenClosed;
    }

    void join(Side otherSide) {
        other = otherSide;
    }

    @Override
    public boolean supports(AudioCodec codec) {
        return codec.payloadType() >= 0;
    }

    @Override
    public PacketSink receive(Reception reception) {
        receives = reception.codec();
        aligned = false;
        eventSeen = false;
        var to = other;
        if (to != null && to.sender != null) {
            to.checkThatItPasses(this);
        }
        return this;
    }

    @Override
    public void stopReceiving() {}

    @Override
    public void send(RtpSender newSender, Transmission transmission) {
        sender = newSender;
        sends = transmission.codec();
        var from = other;
        if (from != null) {
            from.aligned = false;
            checkThatItPasses(from);
        }
    }

    private void checkThatItPasses(Side from) {
        if (!isSame(from)
                && (Codecs.law(from.receives).isEmpty() || Codecs.law(sends).isEmpty())) {
            LOG.atWarn()
                    .addKeyValue("from", from.receives)
                    .addKeyValue("to", sends)
                    .log("Termination point cannot change one codec into the other");
        }
    }

    private boolean isSame(Side from) {
        return from.receives.payloadType() == sends.payloadType();
    }

    @Override
    public void stopSending() {
        sender = null;
        stopKeying();
    }

    private void stopKeying() {
        var running = keying;
        if (running != null) {
            keying = null;
            running.stop();
        }
    }

    @Override
    public void closed() {
        whenClosed.run();
    }

    @Override
    public void sourceBegins() {
        aligned = false;
    }

    @Override
    public void arrived(RtpPacket packet, long now) {
        boolean event = packet.payloadType() == thread.settings().telephoneEvents();
        if (event) {
            tell(packet);
        } else if (packet.payloadType() != receives.payloadType()) {
            return;
        }
        var to = other;
        if (to != null) {
            to.pass(packet, event, this);
        }
    }

    /** Tells of each key once, when it is first seen: its packets share a timestamp. */
    private void tell(RtpPacket packet) {
        var event = TelephoneEvent.read(packet.octets(), packet.payloadOffset(), packet.payloadLength());
        if (event.isPresent() && (!eventSeen || packet.timestamp() != lastEventTimestamp)) {
            eventSeen = true;
            lastEventTimestamp = packet.timestamp();
            event.get().key().ifPresent(digits::pressed);
        }
    }

    /** Sends a packet that {@code from} received. While this side itself sends a key, sound waits for nobody. */
    private void pass(RtpPacket packet, boolean event, Side from) {
        var sending = sender;
        if (sending == null || keying != null) {
            return;
        }
        if (!from.aligned) {
            from.sequenceDistance = sending.sequence() - packet.sequence();
            from.timestampDistance = sending.timestamp() + (sending.packets() > 0 ? STEP : 0) - packet.timestamp();
            from.aligned = true;
        }
        int sequence = packet.sequence() + from.sequenceDistance;
        int timestamp = packet.timestamp() + from.timestampDistance;
        if (event) {
            sending.relay(packet, thread.settings().telephoneEvents(), sequence, timestamp);
        } else if (isSame(from)) {
            sending.relay(packet, sends.payloadType(), sequence, timestamp);
        } else {
            convert(packet, from, sending, sequence, timestamp);
        }
        sending.flush();
    }

    /** One law of G.711 into the other; nothing else can be changed into anything, and is not sent. */
    private void convert(RtpPacket packet, Side from, RtpSender sending, int sequence, int timestamp) {
        var in = Codecs.law(from.receives);
        var out = Codecs.law(sends);
        if (in.isPresent() && out.isPresent()) {
            int length = packet.payloadLength();
            change(in.get(), out.get(), packet, length);
            sending.relay(packet.marker(), sends.payloadType(), sequence, timestamp, converted, length);
        }
    }

    private void change(G711Table in, G711Table out, RtpPacket packet, int length) {
        for (int i = 0; i < length; i++) {
            converted[i] = out.compress(in.expand(packet.octets()[packet.payloadOffset() + i]));
        }
    }

    /** Sends a key as a telephone event; while one is under way, the next is not taken. */
    void press(char key, int millis) {
        var sending = sender;
        var event = TelephoneEvent.eventOf(key);
        if (sending == null || event.isEmpty() || keying != null) {
            return;
        }
        var begun = new Keying(thread, sending, event.get(), millis, this::keyingOver);
        keying = begun;
        begun.start();
    }

    private void keyingOver() {
        keying = null;
        var from = other;
        if (from != null) {
            from.aligned = false;
        }
    }
}
