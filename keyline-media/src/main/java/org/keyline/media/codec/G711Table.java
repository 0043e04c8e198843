package org.keyline.media.codec;

/** One law of G.711 by table. */
public final class G711Table {
    private static final int CODES = 256;
    private static final int SAMPLES = 65_536;
    private static final G711Table MU_LAW = new G711Table(G711.MU_LAW);
    private static final G711Table A_LAW = new G711Table(G711.A_LAW);

    private final G711 law;
    private final byte[] codes = new byte[SAMPLES];
    private final short[] samples = new short[CODES];

    private G711Table(G711 law) {
        this.law = law;
        for (int sample = 0; sample < codes.length; sample++) {
            codes[sample] = (byte) law.compute((short) sample);
        }
        for (int code = 0; code < CODES; code++) {
            samples[code] = (short) law.middle(code);
        }
    }

    /** The table of that law. */
    public static G711Table of(G711 law) {
        return switch (law) {
            case MU_LAW -> MU_LAW;
            case A_LAW -> A_LAW;
        };
    }

    public G711 law() {
        return law;
    }

    /** The code of one sample. */
    public byte compress(short sample) {
        return codes[sample & 0xFFFF];
    }

    /** The sample of one code. */
    public short expand(byte code) {
        return samples[code & 0xFF];
    }

    /** The codes of so many samples. */
    public void compress(short[] from, int first, byte[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = codes[from[first + i] & 0xFFFF];
        }
    }

    /** The samples of so many codes. */
    public void expand(byte[] from, int first, short[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = samples[from[first + i] & 0xFF];
        }
    }
}
