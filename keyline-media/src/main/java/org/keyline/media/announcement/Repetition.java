package org.keyline.media.announcement;

/**
 * How often something is played.
 *
 * @param times 1 and more; {@link Integer#MAX_VALUE} until the port is closed
 */
public record Repetition(int times) {
    /** Once. */
    public static final Repetition ONCE = new Repetition(1);

    /** Until the port is closed. */
    public static final Repetition UNTIL_CLOSED = new Repetition(Integer.MAX_VALUE);

    public Repetition {
        if (times < 1) {
            throw new IllegalArgumentException("Something is played once or more often, not " + times + " times");
        }
    }

    boolean ends() {
        return times != Integer.MAX_VALUE;
    }
}
