package org.keyline.node.media;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what happens on other threads. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int GLANCE_MILLIS = 10;

    private Await() {}

    /** Waits until it is so; the failure says what was awaited. */
    static void until(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("awaited " + what + " for " + PATIENCE);
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
