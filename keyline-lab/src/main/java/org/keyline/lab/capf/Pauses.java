package org.keyline.lab.capf;

import java.time.Duration;

/** How time passes between two attempts. */
@FunctionalInterface
interface Pauses {
    /** Waits so long by the machine's clock. */
    Pauses REAL = Thread::sleep;

    /** Waits so long. */
    void pass(Duration pause) throws InterruptedException;
}
