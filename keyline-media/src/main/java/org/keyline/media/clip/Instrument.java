package org.keyline.media.clip;

import java.util.function.IntToDoubleFunction;

/** Samples written by adding tones to them, at 16 kHz. */
public final class Instrument {
    private final float[] sound;

    /** @param millis how long the whole is */
    public Instrument(int millis) {
        sound = new float[millis * Recording.WIDEBAND / 1000];
    }

    /** An even tone with soft edges of 4 ms; {@code height} is its peak, 1…32767. */
    public void tone(double frequency, int fromMillis, int millis, double height) {
        int edge = Recording.WIDEBAND * 4 / 1000;
        int length = millis * Recording.WIDEBAND / 1000;
        add(
                fromMillis,
                length,
                i -> height
                        * Math.min(1, Math.min((double) i / edge, (double) (length - i) / edge))
                        * sine(frequency, i));
    }

    /** A tone without edges over the whole, for sound that is played over and over. */
    public void drone(double frequency, double height) {
        add(0, sound.length, i -> height * sine(frequency, i));
    }

    /** A plucked tone with two overtones that dies away; what is left at the end sounds on at the begin. */
    public void pluck(double frequency, int fromMillis, int millis, double height) {
        add(fromMillis, millis * Recording.WIDEBAND / 1000, i -> {
            double seconds = (double) i / Recording.WIDEBAND;
            double attack = Math.min(1, seconds / 0.012);
            double decay = Math.exp(-3.2 * seconds);
            return height
                    * attack
                    * decay
                    * (sine(frequency, i) + 0.35 * decay * sine(2 * frequency, i) + 0.12 * sine(3 * frequency, i));
        });
    }

    private void add(int fromMillis, int length, IntToDoubleFunction wave) {
        int start = fromMillis * Recording.WIDEBAND / 1000;
        for (int i = 0; i < length; i++) {
            sound[(start + i) % sound.length] += (float) wave.applyAsDouble(i);
        }
    }

    private static double sine(double frequency, int sample) {
        return Math.sin(2 * Math.PI * frequency * sample / Recording.WIDEBAND);
    }

    /** What was written. */
    public Recording recorded() {
        var samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(sound[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Recording.of(samples, Recording.WIDEBAND);
    }
}
