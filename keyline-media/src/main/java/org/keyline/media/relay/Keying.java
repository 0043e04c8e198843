package org.keyline.media.relay;

import org.keyline.media.codec.Codecs;
import org.keyline.media.rtp.TelephoneEvent;
import org.keyline.media.stream.MediaThread;
import org.keyline.media.stream.RtpSender;

/**
 * A key being sent (RFC 4733 section 2.5): a packet each 20 ms with the timestamp of its begin and how long it lasts by
 * then, the first one marked, and the last one three times.
 */
final class Keying {
    private static final int TICK_MILLIS = 20;
    private static final int TICK_UNITS = TICK_MILLIS * Codecs.OCTETS_PER_MILLI;
    private static final int VOLUME = 10;
    private static final int ENDS = 3;

    private final MediaThread thread;
    private final RtpSender sender;
    private final int event;
    private final int units;
    private final Runnable over;
    private final int begin;
    private Runnable stopTicking = () -> {};
    private int lasted;
    private int endsSent;

    Keying(MediaThread thread, RtpSender sender, int event, int millis, Runnable over) {
        this.thread = thread;
        this.sender = sender;
        this.event = event;
        this.units = millis * Codecs.OCTETS_PER_MILLI;
        this.over = over;
        sender.pass(TICK_UNITS);
        this.begin = sender.timestamp();
    }

    void start() {
        stopTicking = thread.everyTick(this::tick);
    }

    void stop() {
        stopTicking.run();
    }

    private void tick() {
        boolean first = lasted == 0;
        if (endsSent == 0) {
            lasted = Math.min(units, lasted + TICK_UNITS);
        }
        boolean end = lasted >= units;
        var octets = new TelephoneEvent(event, end, VOLUME, lasted).write();
        sender.at(begin, first, thread.settings().telephoneEvents(), octets, 0, octets.length);
        sender.flush();
        sender.pass(TICK_UNITS);
        if (end && ++endsSent == ENDS) {
            stop();
            over.run();
        }
    }
}
