package org.keyline.media.codec;

import static org.keyline.media.codec.G722Band.saturate;

/** ITU-T G.722 at 64 kbit/s (mode 1): one octet becomes two samples at 16 kHz. */
public final class G722Decoder implements AudioDecoder {
    private static final int LOW_BITS = 0x3F;
    private static final int HALF = 16384;

    private final G722Band lower = G722Band.lower();
    private final G722Band higher = G722Band.higher();
    private final G722Filter filter = new G722Filter();

    @Override
    public int samplesPerOctet() {
        return 2;
    }

    @Override
    public void decode(byte[] octets, int from, short[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            int low = decodeLower(octets[from + i] & LOW_BITS);
            int high = decodeHigher((octets[from + i] & 0xFF) >> 6);
            filter.push(low + high, low - high);
            target[at + 2 * i] = (short) saturate(filter.evenSum() >> 11);
            target[at + 2 * i + 1] = (short) saturate(filter.oddSum() >> 11);
        }
    }

    private int decodeLower(int code) {
        int sample = limited(lower.predicted() + ((lower.step() * G722Tables.lower6(code)) >> 15));
        int difference = (lower.step() * G722Tables.lower4(code)) >> 15;
        lower.adaptStep(G722Tables.lowerWeight(code));
        lower.adaptPredictor(difference);
        return sample;
    }

    private int decodeHigher(int code) {
        int difference = (higher.step() * G722Tables.higher2(code)) >> 15;
        int sample = limited(higher.predicted() + difference);
        higher.adaptStep(G722Tables.higherWeight(code));
        higher.adaptPredictor(difference);
        return sample;
    }

    private static int limited(int sample) {
        return Math.clamp(sample, -HALF, HALF - 1);
    }
}
