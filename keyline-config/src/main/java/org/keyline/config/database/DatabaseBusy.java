package org.keyline.config.database;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Somebody else, another process perhaps, has been writing for longer than a change waits for its turn. Nothing of the
 * change is stored; it can be tried again.
 */
public final class DatabaseBusy extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseBusy(Exception cause) {
        super(new IOException(cause.getMessage(), cause));
    }
}
