package org.keyline.media.jitter;

/** Numbers of few bits that begin again at 0, as numbers that go on: each is the one nearest to the one before. */
final class Unwrapped {
    /** So high that going back from it stays above zero. */
    private static final long FIRST = 1L << 40;

    private final int unused;
    private long last;
    private boolean started;

    /** @param bits how many bits a number has, 16 or 32 */
    Unwrapped(int bits) {
        unused = Long.SIZE - bits;
    }

    long unwrap(int number) {
        long step = ((number - last) << unused) >> unused;
        last = started ? last + step : FIRST + (number & (-1L >>> unused));
        started = true;
        return last;
    }
}
