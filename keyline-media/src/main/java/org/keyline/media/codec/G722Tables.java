package org.keyline.media.codec;

/** The quantisers of ITU-T G.722 and the filter that parts the two bands. */
final class G722Tables {
    /** Half of the symmetric filter of 24 taps (table 4 of the Recommendation). */
    static final int[] FILTER = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

    /** How the step follows the four-bit codes of the lower band. */
    private static final int[] LOWER_WEIGHTS = {-60, -30, 58, 172, 334, 538, 1198, 3042};

    private static final int[] LOWER_WEIGHT_OF_CODE = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};

    private static final int[] HIGHER_WEIGHTS = {798, -214};

    private static final int[] LOWER_4_BITS = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };

    /** Levels of the six-bit quantiser; codes 1…3 do not occur, those of the negative half come first. */
    private static final int[] LOWER_6_BITS = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
        -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040,
        -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };

    private static final int[] HIGHER_2_BITS = {-7408, -1616, 7408, 1616};

    /** Where the six-bit quantiser's intervals end, in steps of 1/4096. */
    static final int[] LOWER_DECISIONS = {
        35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219, 1339,
        1458, 1612, 1765, 1980, 2195, 2557, 2919
    };

    /** Where the two-bit quantiser's inner interval ends, in steps of 1/4096. */
    static final int HIGHER_DECISION = 564;

    private G722Tables() {}

    static int lower6(int code) {
        return LOWER_6_BITS[code];
    }

    static int lower4(int code) {
        return LOWER_4_BITS[code >> 2];
    }

    static int lowerWeight(int code) {
        return LOWER_WEIGHTS[LOWER_WEIGHT_OF_CODE[code >> 2]];
    }

    static int higher2(int code) {
        return HIGHER_2_BITS[code];
    }

    /** The outer levels have even codes. */
    static int higherWeight(int code) {
        return HIGHER_WEIGHTS[code & 1];
    }

    /** The six-bit code of the interval {@code 0…29} of a difference that is negative or not. */
    static int lowerCode(int interval, boolean negative) {
        if (negative) {
            return interval < 2 ? 63 - interval : 33 - interval;
        }
        return 61 - interval;
    }

    /** The two-bit code of a difference. */
    static int higherCode(boolean outer, boolean negative) {
        return (negative ? 0 : 2) + (outer ? 0 : 1);
    }
}
