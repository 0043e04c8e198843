package org.keyline.node.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has no event to wait for. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int GLANCE_MILLIS = 5;

    private Await() {}

    /** Waits until it is so; the failure says what was awaited and how things stand. */
    static void until(String what, Supplier<?> standing, BooleanSupplier isSo) {
        until(what, PATIENCE, standing, isSo);
    }

    static void until(String what, Duration patience, Supplier<?> standing, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("awaited " + what + " for " + patience + ", but: " + standing.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
