package org.keyline.lab.media;

/** The two companding laws of ITU-T G.711, computed segment by segment; samples are 16-bit linear. */
public enum G711 {
    /** µ-law: a bias makes every segment twice as wide as the one below; all bits are inverted on the wire. */
    MU_LAW(0) {
        @Override
        public int compress(int sample) {
            int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
            int segment = highestBit(magnitude) - 7;
            int step = (magnitude >> (segment + 3)) & 0x0F;
            int sign = sample < 0 ? 0x80 : 0;
            return ~(sign | (segment << 4) | step) & 0xFF;
        }

        @Override
        public int expand(int code) {
            int bits = ~code & 0xFF;
            int segment = (bits >> 4) & 7;
            int magnitude = ((((bits & 0x0F) << 3) + MU_BIAS) << segment) - MU_BIAS;
            return (bits & 0x80) == 0 ? magnitude : -magnitude;
        }
    },

    /** A-law: the two lowest segments are equally wide; every second bit is inverted on the wire. */
    A_LAW(8) {
        @Override
        public int compress(int sample) {
            int magnitude = Math.min(sample < 0 ? ~sample : sample, Short.MAX_VALUE);
            int segment = Math.max(0, highestBit(magnitude) - 7);
            int step = (magnitude >> Math.max(4, segment + 3)) & 0x0F;
            int sign = sample < 0 ? 0 : 0x80;
            return (sign | (segment << 4) | step) ^ 0x55;
        }

        @Override
        public int expand(int code) {
            int bits = (code ^ 0x55) & 0xFF;
            int segment = (bits >> 4) & 7;
            int middle = ((bits & 0x0F) << 4) + 8;
            int magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1);
            return (bits & 0x80) == 0 ? -magnitude : magnitude;
        }
    };

    private static final int MU_BIAS = 0x84;
    private static final int MU_CLIP = Short.MAX_VALUE - MU_BIAS;

    private final int payloadType;

    G711(int payloadType) {
        this.payloadType = payloadType;
    }

    /** The RTP payload type (RFC 3551 table 4). */
    public int payloadType() {
        return payloadType;
    }

    /** One sample, −32768…32767, as a code 0…255. */
    public abstract int compress(int sample);

    /** A code 0…255 as the middle of the samples it stands for. */
    public abstract int expand(int code);

    private static int highestBit(int number) {
        return 31 - Integer.numberOfLeadingZeros(number | 1);
    }
}
