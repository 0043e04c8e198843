package org.keyline.lab.media;

/** A sine tone sampled at 8 kHz, by which listeners tell one phone from another. */
public final class Tone implements Sound {
    /** Samples each second. */
    public static final int RATE = 8000;

    /** A quarter of full scale: −12 dBFS. */
    private static final double AMPLITUDE = 8192;

    private final double step;
    private long sample;

    /** A tone of that frequency in Hz, below 4000. */
    public Tone(double frequency) {
        this.step = 2 * Math.PI * frequency / RATE;
    }

    @Override
    public int next() {
        return (int) Math.round(AMPLITUDE * Math.sin(step * sample++));
    }
}
