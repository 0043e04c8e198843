package org.keyline.media.clip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.keyline.media.codec.AudioEncoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.codec.Resampler;
import org.keyline.model.media.AudioCodec;

/** A piece of sound in every codec there is: 8 octets a millisecond in each. Immutable; all listeners share it. */
public final class Recording {
    /** The longest piece, in seconds: half an hour. */
    public static final int LONGEST_SECONDS = 1800;

    /** Samples a second of the better quality. */
    public static final int WIDEBAND = 16_000;

    /** Samples a second of the usual quality. */
    public static final int NARROWBAND = 8_000;

    private final Map<AudioCodec, byte[]> octets = new EnumMap<>(AudioCodec.class);
    private final int length;

    private Recording(short[] narrow, short[] wide) {
        length = narrow.length;
        for (var codec : AudioCodec.values()) {
            if (Codecs.knows(codec)) {
                octets.put(codec, encode(Codecs.encoder(codec), Codecs.isWideband(codec) ? wide : narrow));
            }
        }
    }

    /**
     * Encodes samples.
     *
     * @param rate {@link #NARROWBAND} or {@link #WIDEBAND}
     */
    public static Recording of(short[] samples, int rate) {
        if (rate != NARROWBAND && rate != WIDEBAND) {
            throw new IllegalArgumentException("Sound has 8000 or 16000 samples a second, not " + rate);
        }
        if (rate == NARROWBAND) {
            var wide = new short[2 * samples.length];
            new Resampler().up(samples, wide, samples.length);
            return new Recording(samples, wide);
        }
        var even = samples.length % 2 == 0 ? samples : Arrays.copyOf(samples, samples.length - 1);
        var narrow = new short[even.length / 2];
        new Resampler().down(even, narrow, even.length);
        return new Recording(narrow, even);
    }

    /**
     * Twice, of which the second is kept: an encoder that remembers then begins the piece as it ends it, and nothing
     * cracks where the piece is played again.
     */
    private static byte[] encode(AudioEncoder encoder, short[] samples) {
        var encoded = new byte[samples.length / encoder.samplesPerOctet()];
        if (encoder.samplesPerOctet() > 1) {
            encoder.encode(samples, 0, encoded, 0, encoded.length);
        }
        encoder.encode(samples, 0, encoded, 0, encoded.length);
        return encoded;
    }

    /** Octets in each codec. */
    public int length() {
        return length;
    }

    /** Copies from the piece played over and over; {@code from} may be any number of octets since its begin. */
    public void copyLooped(AudioCodec codec, long from, byte[] target, int at, int count) {
        var source = octets(codec);
        int place = (int) (from % length);
        int done = 0;
        while (done < count) {
            int piece = Math.min(count - done, length - place);
            System.arraycopy(source, place, target, at + done, piece);
            done += piece;
            place = 0;
        }
    }

    private byte[] octets(AudioCodec codec) {
        var encoded = octets.get(codec);
        if (encoded == null) {
            throw new IllegalArgumentException("No sound is made of " + codec.label());
        }
        return encoded;
    }
}
