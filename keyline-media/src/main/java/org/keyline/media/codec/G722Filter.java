package org.keyline.media.codec;

/** The quadrature mirror filter of ITU-T G.722: 24 taps over pairs, the same in both directions. */
final class G722Filter {
    private static final int PAIRS = 12;

    /** Each value twice, half a ring apart, so that twelve in a row always lie in one piece. */
    private final int[] first = new int[2 * PAIRS];

    private final int[] second = new int[2 * PAIRS];
    private int oldest;

    /** Takes the next pair in and forgets the oldest. */
    void push(int one, int other) {
        first[oldest] = one;
        first[oldest + PAIRS] = one;
        second[oldest] = other;
        second[oldest + PAIRS] = other;
        oldest = oldest == PAIRS - 1 ? 0 : oldest + 1;
    }

    /** The sum over the second of each pair, which the filter meets backwards. */
    int evenSum() {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += second[oldest + i] * G722Tables.FILTER[PAIRS - 1 - i];
        }
        return sum;
    }

    /** The sum over the first of each pair. */
    int oddSum() {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += first[oldest + i] * G722Tables.FILTER[i];
        }
        return sum;
    }
}
