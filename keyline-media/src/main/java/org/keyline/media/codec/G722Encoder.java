package org.keyline.media.codec;

import static org.keyline.media.codec.G722Band.saturate;

/** ITU-T G.722 at 64 kbit/s: two samples at 16 kHz become one octet. */
public final class G722Encoder implements AudioEncoder {
    private final G722Band lower = G722Band.lower();
    private final G722Band higher = G722Band.higher();
    private final G722Filter filter = new G722Filter();

    @Override
    public int samplesPerOctet() {
        return 2;
    }

    @Override
    public void encode(short[] samples, int from, byte[] target, int at, int octets) {
        for (int i = 0; i < octets; i++) {
            filter.push(samples[from + 2 * i], samples[from + 2 * i + 1]);
            int sum = (filter.evenSum() + filter.oddSum()) >> 14;
            int difference = (filter.evenSum() - filter.oddSum()) >> 14;
            target[at + i] = (byte) ((encodeHigher(difference) << 6) | encodeLower(sum));
        }
    }

    private int encodeLower(int sample) {
        int error = saturate(sample - lower.predicted());
        int size = error >= 0 ? error : ~error;
        int interval = 0;
        while (interval < G722Tables.LOWER_DECISIONS.length
                && size >= (G722Tables.LOWER_DECISIONS[interval] * lower.step()) >> 12) {
            interval++;
        }
        int code = G722Tables.lowerCode(interval, error < 0);
        int difference = (lower.step() * G722Tables.lower4(code)) >> 15;
        lower.adaptStep(G722Tables.lowerWeight(code));
        lower.adaptPredictor(difference);
        return code;
    }

    private int encodeHigher(int sample) {
        int error = saturate(sample - higher.predicted());
        int size = error >= 0 ? error : ~error;
        int code = G722Tables.higherCode(size >= (G722Tables.HIGHER_DECISION * higher.step()) >> 12, error < 0);
        int difference = (higher.step() * G722Tables.higher2(code)) >> 15;
        higher.adaptStep(G722Tables.higherWeight(code));
        higher.adaptPredictor(difference);
        return code;
    }
}
