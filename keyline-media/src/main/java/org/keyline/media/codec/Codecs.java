package org.keyline.media.codec;

import java.util.Optional;
import org.keyline.model.media.AudioCodec;

/** The codecs whose sound Keyline can make and understand. Each has 8 octets for a millisecond. */
public final class Codecs {
    /** Octets for a millisecond, and units of the RTP clock: 64 kbit/s at a clock of 8,000, whichever codec. */
    public static final int OCTETS_PER_MILLI = 8;

    private Codecs() {}

    /** Whether its sound can be made and understood. */
    public static boolean knows(AudioCodec codec) {
        return codec == AudioCodec.G711_ULAW || codec == AudioCodec.G711_ALAW || codec == AudioCodec.G722;
    }

    /** Whether it has 16,000 samples a second, not 8,000. */
    public static boolean isWideband(AudioCodec codec) {
        return codec == AudioCodec.G722;
    }

    /** The law of a G.711 codec; empty for the others. */
    public static Optional<G711Table> law(AudioCodec codec) {
        return switch (codec) {
            case G711_ULAW -> Optional.of(G711Table.of(G711.MU_LAW));
            case G711_ALAW -> Optional.of(G711Table.of(G711.A_LAW));
            case G722, G729, G729A, G729B, G729AB, G723, GSM, ILBC, WIDEBAND -> Optional.empty();
        };
    }

    /** A new encoder for a codec that is known. */
    public static AudioEncoder encoder(AudioCodec codec) {
        requireKnown(codec);
        return law(codec).<AudioEncoder>map(NarrowbandEncoder::new).orElseGet(G722Encoder::new);
    }

    /** A new decoder for a codec that is known. */
    public static AudioDecoder decoder(AudioCodec codec) {
        requireKnown(codec);
        return law(codec).<AudioDecoder>map(NarrowbandDecoder::new).orElseGet(G722Decoder::new);
    }

    private static void requireKnown(AudioCodec codec) {
        if (!knows(codec)) {
            throw new IllegalArgumentException("No sound is made of " + codec.label());
        }
    }

    private record NarrowbandEncoder(G711Table law) implements AudioEncoder {
        @Override
        public int samplesPerOctet() {
            return 1;
        }

        @Override
        public void encode(short[] samples, int from, byte[] target, int at, int octets) {
            law.compress(samples, from, target, at, octets);
        }
    }

    private record NarrowbandDecoder(G711Table law) implements AudioDecoder {
        @Override
        public int samplesPerOctet() {
            return 1;
        }

        @Override
        public void decode(byte[] octets, int from, short[] target, int at, int count) {
            law.expand(octets, from, target, at, count);
        }
    }
}
