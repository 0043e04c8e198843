package org.keyline.lab.media;

import org.jspecify.annotations.Nullable;

/** What one port hears, sample by sample for another to send: silence until enough has come. */
final class Relay implements Sound {
    /** What is kept back for packets that come unevenly: 40 ms. */
    private static final int RESERVE = 320;

    private final AudioPort source;
    private @Nullable Ear ear;
    private long next;
    private boolean filling;

    Relay(AudioPort source) {
        this.source = source;
    }

    boolean isOf(AudioPort port) {
        return source == port;
    }

    @Override
    public int next() {
        var open = source.ear();
        if (open == null) {
            return 0;
        }
        long come = open.count();
        if (open != ear || come - next > Ear.WINDOW) {
            ear = open;
            next = come;
            filling = true;
        }
        filling = filling ? come - next < RESERVE : come == next;
        return filling ? 0 : open.sample(next++);
    }
}
