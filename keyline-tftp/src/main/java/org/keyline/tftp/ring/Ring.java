package org.keyline.tftp.ring;

/** The rings a node offers. Each is two seconds long: one period of a ring, which phones repeat. */
public enum Ring {
    BELL("Bell", "Bell", 440, 554, 25),
    CHIME("Chime", "Chime", 659, 523, 500),
    TRILL("Trill", "Trill", 880, 988, 60);

    private static final double SECONDS = 2;
    private static final double SOUNDING = 1.2;
    private static final int FRAME = 240;

    private final String label;
    private final String fileStem;
    private final int firstHertz;
    private final int secondHertz;
    private final int turnMillis;

    Ring(String label, String fileStem, int firstHertz, int secondHertz, int turnMillis) {
        this.label = label;
        this.fileStem = fileStem;
        this.firstHertz = firstHertz;
        this.secondHertz = secondHertz;
        this.turnMillis = turnMillis;
    }

    /** The name the user chooses by, at most 25 characters. */
    public String label() {
        return label;
    }

    /** The file's name without its suffix. */
    public String fileStem() {
        return fileStem;
    }

    /** The {@code .raw} file: µ-law, 8 kHz, mono, without header, a multiple of 240 and at most 16,080 samples. */
    public byte[] muLaw() {
        var samples = new byte[samplesAt(8_000)];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = MuLaw.encode(level(index / 8_000.0));
        }
        return samples;
    }

    /** The {@code .rwb} file: 16-bit signed little-endian, 16 kHz, mono. */
    public byte[] linear() {
        var bytes = new byte[samplesAt(16_000) * 2];
        for (var index = 0; index < bytes.length / 2; index++) {
            var level = level(index / 16_000.0);
            bytes[2 * index] = (byte) level;
            bytes[2 * index + 1] = (byte) (level >> 8);
        }
        return bytes;
    }

    private static int samplesAt(int rate) {
        return (int) (SECONDS * rate) / FRAME * FRAME;
    }

    private short level(double second) {
        if (second > SOUNDING) {
            return 0;
        }
        var turn = (int) (second * 1_000 / turnMillis);
        var tone = turn % 2 == 0 ? firstHertz : secondHertz;
        var loudness = 9_000 * Math.min(1, Math.min(second, SOUNDING - second) * 50);
        return (short) (loudness * Math.sin(2 * Math.PI * tone * second));
    }
}
