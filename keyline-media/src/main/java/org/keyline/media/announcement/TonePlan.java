package org.keyline.media.announcement;

import java.util.ArrayList;
import java.util.List;
import org.keyline.media.clip.Instrument;
import org.keyline.media.clip.Recording;

/**
 * A tone as a cadence: what sounds when, and how long the whole is before it begins again.
 *
 * @param millis the whole, silence at its end included
 * @param parts what sounds
 */
record TonePlan(int millis, List<Part> parts) {
    /** The peak of one of two frequencies together, about −16 dBm0. */
    private static final double HEIGHT = 3600;

    /**
     * @param fromMillis when it begins
     * @param millis how long it sounds
     * @param frequencies in hertz, together
     */
    record Part(int fromMillis, int millis, List<Integer> frequencies) {}

    /** How a tone sounds. */
    static TonePlan of(Tone tone, boolean inJapan) {
        return switch (tone) {
            case DIAL -> inJapan ? steady(400) : steady(350, 440);
            case RING_BACK -> inJapan ? cadence(1000, 2000, 384, 416) : cadence(2000, 4000, 440, 480);
            case BUSY -> inJapan ? cadence(500, 500, 400) : cadence(500, 500, 480, 620);
            case REORDER -> inJapan ? cadence(250, 250, 400) : cadence(250, 250, 480, 620);
            case VACANT -> sequence(330, 30, 1000, 950, 1400, 1800);
            case HOLD -> sequence(120, 80, 9600, 500, 500);
            case BARGE_IN -> sequence(150, 50, 600, 1000, 1300);
            case LEAVE -> sequence(150, 50, 600, 1300, 1000);
            case SECURE -> sequence(160, 60, 800, 600, 900, 1200);
            case NON_SECURE -> sequence(100, 80, 800, 425, 425, 425, 425, 425, 425);
            case RECORDING -> sequence(400, 0, 14_600, 1400);
        };
    }

    /** Frequencies together, on and then off, again and again. */
    private static TonePlan cadence(int onMillis, int offMillis, Integer... frequencies) {
        return new TonePlan(onMillis + offMillis, List.of(new Part(0, onMillis, List.of(frequencies))));
    }

    /** Frequencies without a break. They must be whole numbers of waves in a second, as all whole numbers are. */
    private static TonePlan steady(Integer... frequencies) {
        return new TonePlan(1000, List.of(new Part(0, 1000, List.of(frequencies))));
    }

    /** One after the other, each so long, and then silence. */
    private static TonePlan sequence(int eachMillis, int pauseMillis, int silenceMillis, Integer... frequencies) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < frequencies.length; i++) {
            parts.add(new Part(i * (eachMillis + pauseMillis), eachMillis, List.of(frequencies[i])));
        }
        return new TonePlan(frequencies.length * (eachMillis + pauseMillis) + silenceMillis, parts);
    }

    Recording recorded() {
        var instrument = new Instrument(millis);
        for (var part : parts) {
            for (int frequency : part.frequencies()) {
                if (part.millis() == millis) {
                    instrument.drone(frequency, HEIGHT);
                } else {
                    instrument.tone(frequency, part.fromMillis(), part.millis(), HEIGHT);
                }
            }
        }
        return instrument.recorded();
    }
}
