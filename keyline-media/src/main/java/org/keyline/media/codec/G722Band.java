package org.keyline.media.codec;

/**
 * One sub-band of ITU-T G.722: the adaptive predictor and the adaptive step of its quantiser, which encoder and decoder
 * drive alike. Names and block numbers are the Recommendation's; values are 16-bit fixed point.
 */
final class G722Band {
    private static final int[] LOGARITHM_TO_STEP = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960,
        3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
    };

    private static final int ZEROS = 6;

    private final int shift;
    private final int highestLogarithm;

    private int step;
    private int logarithm;
    private int signal;
    private int zeroSignal;
    private int a1;
    private int a2;
    private int r1;
    private int p1;
    private int p2;
    private final int[] b = new int[ZEROS];
    private final int[] d = new int[ZEROS];

    private G722Band(int step, int shift, int highestLogarithm) {
        this.step = step;
        this.shift = shift;
        this.highestLogarithm = highestLogarithm;
    }

    static G722Band lower() {
        return new G722Band(32, 8, 18432);
    }

    static G722Band higher() {
        return new G722Band(8, 10, 22528);
    }

    /** The predicted value of the next sample. */
    int predicted() {
        return signal;
    }

    /** The quantiser's step now. */
    int step() {
        return step;
    }

    /** Blocks 3L and 3H: the step follows the size of the last code. */
    void adaptStep(int weight) {
        logarithm = Math.clamp(((logarithm * 127) >> 7) + weight, 0, highestLogarithm);
        int mantissa = LOGARITHM_TO_STEP[(logarithm >> 6) & 31];
        int exponent = shift - (logarithm >> 11);
        step = (exponent < 0 ? mantissa << -exponent : mantissa >> exponent) << 2;
    }

    /** Blocks 4L and 4H: the predictor follows the difference that was quantised. */
    void adaptPredictor(int difference) {
        int reconstructed = saturate(signal + difference);
        int partial = saturate(zeroSignal + difference);
        adaptPoles(partial);
        adaptZeros(difference);
        p2 = p1;
        p1 = partial;
        predict(reconstructed);
    }

    private void adaptPoles(int partial) {
        boolean sameAsLast = (partial ^ p1) >= 0;
        boolean sameAsBefore = (partial ^ p2) >= 0;
        int gain = saturate(a1 << 2);
        int second = ((sameAsLast ? Math.min(-gain, Short.MAX_VALUE) : gain) >> 7)
                + (sameAsBefore ? 128 : -128)
                + ((a2 * 32512) >> 15);
        a2 = Math.clamp(second, -12288, 12288);
        int first = saturate((sameAsLast ? 192 : -192) + ((a1 * 32640) >> 15));
        int limit = saturate(15360 - a2);
        a1 = Math.clamp(first, -limit, limit);
    }

    private void adaptZeros(int difference) {
        int change = difference == 0 ? 0 : 128;
        for (int i = 0; i < ZEROS; i++) {
            b[i] = saturate(((d[i] ^ difference) >= 0 ? change : -change) + ((b[i] * 32640) >> 15));
        }
        System.arraycopy(d, 0, d, 1, ZEROS - 1);
        d[0] = difference;
    }

    private void predict(int reconstructed) {
        int older = r1;
        r1 = reconstructed;
        int poles = saturate(((a1 * saturate(r1 + r1)) >> 15) + ((a2 * saturate(older + older)) >> 15));
        int zeros = 0;
        for (int i = 0; i < ZEROS; i++) {
            zeros += (b[i] * saturate(d[i] + d[i])) >> 15;
        }
        zeroSignal = saturate(zeros);
        signal = saturate(poles + zeroSignal);
    }

    static int saturate(int value) {
        return Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
