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
    Following onChange(Consumer<ConfigSnapshot> listener);

    /** Somebody hears of each new snapshot. */
    interface Following extends AutoCloseable {
        /** They hear of no further one. */
        @Override
        void close();
    }
}
