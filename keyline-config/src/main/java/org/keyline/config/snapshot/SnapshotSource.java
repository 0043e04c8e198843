package org.keyline.config.snapshot;

import java.util.function.Consumer;

/** Where services get the configuration from and hear that it changed. */
public interface SnapshotSource {
    /** The newest snapshot; never blocks. */
    ConfigSnapshot current();

    /**
     * Calls {@code listener} with each new snapshot, on a thread of the source that may block; the returned handle ends
     * it.
     */
    AutoCloseable onChange(Consumer<ConfigSnapshot> listener);
}
