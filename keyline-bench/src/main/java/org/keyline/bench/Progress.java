package org.keyline.bench;

import java.io.PrintWriter;

/** Says what is being measured, with the time since the beginning. */
public final class Progress {
    private final PrintWriter out;
    private final long begun = System.nanoTime();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Says what begins now. */
    public void say(String what) {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        out.printf("[%2d:%02d] %s%n", seconds / 60, seconds % 60, what);
        out.flush();
    }
}
