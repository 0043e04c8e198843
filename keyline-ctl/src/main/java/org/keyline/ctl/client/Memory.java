package org.keyline.ctl.client;

/** Whether this machine gives the client enough memory to begin (CTL9-39). */
final class Memory {
    private static final long NEEDED = 8L << 20;

    private Memory() {}

    static boolean isEnough() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) >= NEEDED;
    }
}
