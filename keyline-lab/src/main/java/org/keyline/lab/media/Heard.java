package org.keyline.lab.media;

import java.util.Locale;

/**
 * What a phone hears, measured.
 *
 * @param now the last 100 ms; silence when nothing came for 200 ms
 * @param packets that were RTP and, with keys, authentic
 * @param octets of audio in them
 * @param lost packets missing by sequence number
 * @param refused packets that were no RTP or failed authentication
 * @param otherCodec packets of another payload type than agreed
 * @param encrypted whether the stream is SRTP
 */
public record Heard(
        Listening now, long packets, long octets, long lost, long refused, long otherCodec, boolean encrypted) {
    /** Nothing, because no channel is open. */
    public static final Heard NOTHING = new Heard(Listening.SILENCE, 0, 0, 0, 0, 0, false);

    /** The packets of two streams together; encrypted when both are. */
    Heard with(Heard other) {
        return new Heard(
                now,
                packets + other.packets,
                octets + other.octets,
                lost + other.lost,
                refused + other.refused,
                otherCodec + other.otherCodec,
                encrypted && other.encrypted);
    }

    Heard as(Listening listening) {
        return new Heard(listening, packets, octets, lost, refused, otherCodec, encrypted);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d Hz at %.1f dBFS (%.0f %% of the energy), %d packets, %d lost, %d refused, %d of another codec, %s",
                now.frequency(),
                now.level(),
                100 * now.share(),
                packets,
                lost,
                refused,
                otherCodec,
                encrypted ? "SRTP" : "RTP");
    }
}
