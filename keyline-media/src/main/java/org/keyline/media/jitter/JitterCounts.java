package org.keyline.media.jitter;

/**
 * What a jitter buffer has seen.
 *
 * @param received packets taken in
 * @param late packets that came after their time
 * @param duplicates packets that had been there before
 * @param overflows packets thrown away because too many came at once
 * @param concealed timestamp units that had to be made up
 * @param stretches how often time was put in because packets came late
 * @param skips how many ticks were left out because packets waited too long
 */
public record JitterCounts(
        long received, long late, long duplicates, long overflows, long concealed, long stretches, long skips) {}
