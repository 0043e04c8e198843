package org.keyline.media.conference;

import java.util.Arrays;

/**
 * The sum of all voices of one tick at one sampling rate. Who listens gets the sum without his own voice, limited to 16
 * bits and never wrapped.
 */
final class Mixer {
    private final int[] sum;

    /** @param samples in a tick */
    Mixer(int samples) {
        sum = new int[samples];
    }

    /** Begins a tick with silence. */
    void clear() {
        Arrays.fill(sum, 0);
    }

    void add(short[] voice) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += voice[i];
        }
    }

    /** What those hear who said nothing. */
    void all(short[] target) {
        for (int i = 0; i < sum.length; i++) {
            target[i] = saturated(sum[i]);
        }
    }

    /** What he hears whose voice is in the sum. */
    void without(short[] voice, short[] target) {
        for (int i = 0; i < sum.length; i++) {
            target[i] = saturated(sum[i] - voice[i]);
        }
    }

    private static short saturated(int value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
}
