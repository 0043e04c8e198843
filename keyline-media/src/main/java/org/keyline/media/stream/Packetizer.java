package org.keyline.media.stream;

import org.keyline.media.codec.Codecs;

/** Cuts a flow of octets into packets of the length the other side wants. */
public final class Packetizer {
    private final RtpSender sender;
    private final int payloadType;
    private final byte[] pending;
    private int filled;

    /**
     * @param payloadType of the codec
     * @param packetMillis the time in a packet
     */
    public Packetizer(RtpSender sender, int payloadType, int packetMillis) {
        this.sender = sender;
        this.payloadType = payloadType;
        this.pending = new byte[packetMillis * Codecs.OCTETS_PER_MILLI];
    }

    /** Octets of a packet. */
    public int packetLength() {
        return pending.length;
    }

    /** Sends what makes whole packets, and keeps the rest. */
    public void add(byte[] octets, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == 0 && left >= pending.length) {
                send(octets, at);
                at += pending.length;
                left -= pending.length;
            } else {
                int count = Math.min(left, pending.length - filled);
                System.arraycopy(octets, at, pending, filled, count);
                filled += count;
                at += count;
                left -= count;
                sendPending();
            }
        }
    }

    private void sendPending() {
        if (filled == pending.length) {
            filled = 0;
            send(pending, 0);
        }
    }

    private void send(byte[] octets, int from) {
        sender.audio(payloadType, octets, from, pending.length, pending.length);
    }

    /** Lets time pass in silence, without packets; what is pending is forgotten. */
    public void pause(int units) {
        sender.pause(units + filled);
        filled = 0;
    }
}
