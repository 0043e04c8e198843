package org.keyline.tftp.ring;

/** G.711 µ-law. */
final class MuLaw {
    private static final int BIAS = 0x84;
    private static final int LOUDEST = 32_635;

    private MuLaw() {}

    /** The code of a 16-bit linear sample (G.711 section 3, table 2). */
    static byte encode(short sample) {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.min(Math.abs((int) sample), LOUDEST) + BIAS;
        var segment = 24 - Integer.numberOfLeadingZeros(magnitude);
        var mantissa = (magnitude >> (segment + 3)) & 0x0f;
        return (byte) ~(sign | segment << 4 | mantissa);
    }
}
