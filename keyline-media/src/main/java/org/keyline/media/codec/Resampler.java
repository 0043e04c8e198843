package org.keyline.media.codec;

/**
 * From 8 kHz to 16 kHz or back: a half-band filter of 31 taps, a windowed sine, of which every second tap is zero. One
 * object serves one stream in one direction.
 */
public final class Resampler {
    /** Taps on one side that are not zero: those 1, 3, 5 … from the middle. */
    private static final int SIDE = 8;

    private static final int HISTORY = 4 * SIDE - 2;
    private static final float[] TAPS = taps();

    private final float[] past = new float[HISTORY];

    private static float[] taps() {
        var taps = new float[SIDE];
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
            int distance = 2 * i + 1;
            double window = 0.54 + 0.46 * Math.cos(Math.PI * distance / (2 * SIDE));
            taps[i] = (float) (Math.sin(Math.PI * distance / 2) / (Math.PI * distance) * window);
            sum += 2 * taps[i];
        }
        for (int i = 0; i < SIDE; i++) {
            taps[i] = (float) (taps[i] * 0.5 / sum);
        }
        return taps;
    }

    /** {@code count} samples at 8 kHz become twice as many. */
    public void up(short[] samples, short[] target, int count) {
        int kept = 2 * SIDE - 1;
        var line = line(samples, kept, count);
        for (int i = 0; i < count; i++) {
            float between = 0;
            for (int tap = 0; tap < SIDE; tap++) {
                between += TAPS[tap] * (line[i + SIDE + tap] + line[i + SIDE - 1 - tap]);
            }
            target[2 * i] = saturate(line[i + SIDE - 1]);
            target[2 * i + 1] = saturate(2 * between);
        }
    }

    /** {@code count} samples at 16 kHz, an even number, become half as many. */
    public void down(short[] samples, short[] target, int count) {
        var line = line(samples, HISTORY, count);
        int middle = 2 * SIDE - 1;
        for (int i = 0; i < count; i += 2) {
            float sum = line[i + middle] / 2;
            for (int tap = 0; tap < SIDE; tap++) {
                sum += TAPS[tap] * (line[i + middle + 2 * tap + 1] + line[i + middle - 2 * tap - 1]);
            }
            target[i / 2] = saturate(sum);
        }
    }

    /** What came before and what comes now, in a row. */
    private float[] line(short[] samples, int kept, int count) {
        var line = new float[kept + count];
        System.arraycopy(past, 0, line, 0, kept);
        for (int i = 0; i < count; i++) {
            line[kept + i] = samples[i];
        }
        System.arraycopy(line, count, past, 0, kept);
        return line;
    }

    private static short saturate(float value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
