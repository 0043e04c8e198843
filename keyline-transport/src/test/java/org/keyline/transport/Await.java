package org.keyline.transport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that happens on another thread. */
final class Await {
    private static final long LIMIT = Duration.ofSeconds(30).toNanos();

    private Await() {}

    static void until(String what, BooleanSupplier happened) {
        var end = System.nanoTime() + LIMIT;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
