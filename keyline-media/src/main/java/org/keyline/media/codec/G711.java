package org.keyline.media.codec;

/** The two companding laws of ITU-T G.711, bit by bit; {@link G711Table} has them ready. Samples are 16-bit linear. */
public enum G711 {
    MU_LAW {
        @Override
        int compute(int sample) {
            int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
            int segment = highestBit(magnitude) - 7;
            int sign = sample < 0 ? 0x80 : 0;
            return ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F));
        }

        @Override
        int middle(int code) {
            int bits = ~code;
            int magnitude = ((((bits & 0x0F) << 3) + MU_BIAS) << ((bits >> 4) & 7)) - MU_BIAS;
            return (bits & 0x80) == 0 ? magnitude : -magnitude;
        }
    },

    A_LAW {
        @Override
        int compute(int sample) {
            int magnitude = sample < 0 ? ~sample : sample;
            int segment = Math.max(0, highestBit(magnitude) - 7);
            int sign = sample < 0 ? 0 : 0x80;
            return (sign | (segment << 4) | ((magnitude >> Math.max(4, segment + 3)) & 0x0F)) ^ EVEN_BITS;
        }

        @Override
        int middle(int code) {
            int bits = code ^ EVEN_BITS;
            int segment = (bits >> 4) & 7;
            int step = ((bits & 0x0F) << 4) + 8;
            int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
            return (bits & 0x80) == 0 ? -magnitude : magnitude;
        }
    };

    private static final int MU_BIAS = 0x84;
    private static final int MU_CLIP = Short.MAX_VALUE - MU_BIAS;
    private static final int EVEN_BITS = 0x55;
    /** The code of a sample, in the lowest eight bits. */
    abstract int compute(int sample);

    /** The middle of what a code stands for. */
    abstract int middle(int code);

    private static int highestBit(int number) {
        return 31 - Integer.numberOfLeadingZeros(number | 1);
    }
}
