package org.keyline.node;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Looks again and again whether something has come true, for what gives no notice of it: another process, a phone that
 * starts.
 *
 * @param whole how long it looks
 * @param between how long it rests between two looks
 */
public record Patience(Duration whole, Duration between) {
    /**
     * What is awaited.
     *
     * @param <E> what a look may throw
     * @param <F> what else it may throw
     */
    @FunctionalInterface
    public interface Condition<E extends Exception, F extends Exception> {
        /** Whether it has come true. */
        boolean holds() throws E, F;
    }

    /**
     * Returns as soon as {@code condition} holds, or when patience is at its end, or when the thread is interrupted.
     *
     * @return whether it came true
     */
    public <E extends Exception, F extends Exception> boolean await(Condition<E, F> condition) throws E, F {
        var deadline = System.nanoTime() + whole.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() >= deadline || isDisturbed()) {
                return false;
            }
        }
        return true;
    }

    private boolean isDisturbed() {
        try {
            TimeUnit.NANOSECONDS.sleep(between.toNanos());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
