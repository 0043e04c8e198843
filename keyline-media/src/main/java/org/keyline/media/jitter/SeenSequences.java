package org.keyline.media.jitter;

import java.util.Arrays;

/** Which of the last packets were here: a window of 1,024 sequence numbers. */
final class SeenSequences {
    private static final int WINDOW = 1024;

    /** What a packet is among the others. */
    enum Standing {
        NEW,
        /** It was here before. */
        SEEN,
        /** It is far older than the others. */
        STRAY,
        /** It is the first of another count. */
        ANEW
    }

    private final Unwrapped numbers = new Unwrapped(Short.SIZE);
    private final long[] seen = new long[WINDOW];
    private long lastPlayed = -1;
    private long highest;
    private long stray = -2;

    SeenSequences() {
        Arrays.fill(seen, -1);
    }

    long unwrap(int sequence) {
        return numbers.unwrap(sequence);
    }

    /** Takes a packet's number in. */
    Standing take(long number) {
        if (number < highest - WINDOW) {
            return takeStray(number);
        }
        highest = Math.max(highest, number);
        int place = (int) (number & (WINDOW - 1));
        if (seen[place] >= number) {
            return Standing.SEEN;
        }
        seen[place] = number;
        return Standing.NEW;
    }

    /** Two in a row from before the window: the sender counts from a lower number now. */
    private Standing takeStray(long number) {
        boolean anew = number == stray + 1;
        stray = number;
        if (!anew) {
            return Standing.STRAY;
        }
        Arrays.fill(seen, -1);
        highest = number;
        lastPlayed = -1;
        take(number);
        return Standing.ANEW;
    }

    void played(long number) {
        lastPlayed = number;
    }

    /** Whether all between the one played last and this one were here, so that the gap in time is the sender's. */
    boolean hasPlayedJustBefore(long number) {
        if (lastPlayed < 0) {
            return true;
        }
        long missing = lastPlayed + 1;
        while (missing < number && missing < lastPlayed + WINDOW && seen[(int) (missing & (WINDOW - 1))] == missing) {
            missing++;
        }
        return missing == number;
    }
}
