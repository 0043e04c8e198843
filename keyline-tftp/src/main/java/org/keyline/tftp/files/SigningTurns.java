package org.keyline.tftp.files;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.signing.SigningException;

/**
 * How many files are signed at the same time: half of the processors, so that thirty thousand phones that all want a
 * new file at once do not take the threads calls are made on.
 */
final class SigningTurns {
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Makes a file when it is its turn. */
    ServedFile make(BoundedCache.Maker<SigningException> maker) throws SigningException, IOException {
        turns.acquireUninterruptibly();
        try {
            return maker.make();
        } finally {
            turns.release();
        }
    }
}
