package org.keyline.lab.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stretch of audio sounds like.
 *
 * @param frequency the strongest tone in Hz, in steps of 10; 0 in silence
 * @param share how much of the whole energy is in that tone, 0…1; a clean tone is near 1, noise near 0
 * @param level of everything together in dB below full scale, −∞ in silence
 * @param tones the share of each tone that has a tenth of the energy or more, by its frequency
 */
public record Listening(int frequency, double share, double level, Map<Integer, Double> tones) {
    /** Nothing at all. */
    public static final Listening SILENCE = new Listening(0, 0, Double.NEGATIVE_INFINITY, Map.of());

    private static final int LOWEST = 300;
    private static final int HIGHEST = 3400;
    private static final int STEP = 10;

    public Listening {
        tones = Map.copyOf(tones);
    }

    /** Whether these tones sound together, about equally loud, and next to nothing else. */
    public boolean isMixOf(List<Integer> expected) {
        var shares =
                expected.stream().map(tone -> tones.getOrDefault(tone, 0.0)).toList();
        return shares.stream().allMatch(share -> share > 0.5 / expected.size())
                && shares.stream().mapToDouble(Double::doubleValue).sum() > 0.8;
    }

    /** Whether this is that tone and next to nothing else, neither faint nor distorted. */
    public boolean isTone(int expected) {
        return Math.abs(frequency - expected) <= STEP && share > 0.8 && level > -30;
    }

    /** Whether this is to be heard well, and is of several tones, as chords are. */
    public boolean isMusic() {
        return level > -50 && share < 0.8;
    }

    /** Measures samples taken at 8 kHz; 800 of them (100 ms) give the full resolution. */
    public static Listening to(int[] samples) {
        double energy = energy(samples);
        if (energy < 1) {
            return SILENCE;
        }
        var tones = new HashMap<Integer, Double>();
        int loudest = LOWEST;
        double most = 0;
        for (int frequency = LOWEST; frequency <= HIGHEST; frequency += STEP) {
            double power = goertzel(samples, frequency);
            if (power > energy / 10) {
                tones.put(frequency, power / energy);
            }
            if (power > most) {
                most = power;
                loudest = frequency;
            }
        }
        double rms = Math.sqrt(energy / samples.length);
        return new Listening(loudest, Math.min(1, most / energy), 20 * Math.log10(rms * Math.sqrt(2) / 32768), tones);
    }

    private static double energy(int[] samples) {
        double sum = 0;
        for (int sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    /** The energy at one frequency by Goertzel's recurrence, scaled so that a pure tone gives all its energy. */
    private static double goertzel(int[] samples, double frequency) {
        double coefficient = 2 * Math.cos(2 * Math.PI * frequency / Tone.RATE);
        double last = 0;
        double beforeLast = 0;
        for (int sample : samples) {
            double now = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double squared = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return squared * 2 / samples.length;
    }
}
