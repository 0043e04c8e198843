package org.keyline.media.music;

import org.keyline.media.clip.Instrument;
import org.keyline.media.clip.Recording;

/** The music that is there from the start: sixteen bars of plucked chords, written for Keyline, free for everybody. */
final class Composition {
    private static final int BEAT_MILLIS = 500;
    private static final int BEATS_IN_BAR = 4;
    private static final double CONCERT_PITCH = 440;
    private static final int CONCERT_KEY = 69;

    /** For each bar the keys of its chord as a piano counts them (69 is A at 440 Hz), the bass first. */
    private static final int[][] BARS = {
        {48, 60, 64, 67, 71}, {45, 60, 64, 67, 69}, {53, 60, 65, 69, 72}, {43, 59, 62, 67, 74},
        {52, 59, 64, 67, 71}, {45, 60, 64, 69, 72}, {50, 57, 62, 65, 72}, {43, 59, 65, 67, 71},
        {48, 60, 64, 67, 76}, {40, 59, 64, 67, 74}, {53, 60, 65, 69, 76}, {52, 60, 64, 67, 72},
        {50, 57, 62, 65, 69}, {43, 59, 62, 65, 71}, {48, 60, 64, 67, 72}, {43, 55, 59, 62, 67}
    };

    /** In which order the chord is plucked, in eighths of a bar. */
    private static final int[] PATTERN = {1, 3, 2, 4, 3, 2, 4, 2};

    private static final Recording PIECE = played();

    private Composition() {}

    /** The piece, played once for all. */
    static Recording play() {
        return PIECE;
    }

    private static Recording played() {
        int bar = BEATS_IN_BAR * BEAT_MILLIS;
        var instrument = new Instrument(BARS.length * bar);
        for (int i = 0; i < BARS.length; i++) {
            instrument.pluck(frequency(BARS[i][0]), i * bar, 2 * bar, 2600);
            for (int eighth = 0; eighth < PATTERN.length; eighth++) {
                int at = i * bar + eighth * bar / PATTERN.length;
                instrument.pluck(frequency(BARS[i][PATTERN[eighth]]), at, bar, eighth == 0 ? 2400 : 1800);
            }
        }
        return instrument.recorded();
    }

    private static double frequency(int key) {
        return CONCERT_PITCH * Math.pow(2, (key - CONCERT_KEY) / 12.0);
    }
}
