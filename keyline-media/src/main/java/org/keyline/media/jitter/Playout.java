package org.keyline.media.jitter;

/** What a jitter buffer has for the next 20 milliseconds, piece by piece and in order. */
public interface Playout {
    /** Octets of a packet that came. */
    void play(byte[] octets, int from, int count);

    /** Time whose packet is missing. */
    void conceal(int units);

    /** Time in which the sender said nothing. */
    void silence(int units);
}
