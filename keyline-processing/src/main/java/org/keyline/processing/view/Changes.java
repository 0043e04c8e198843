package org.keyline.processing.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to hear that something changed. */
public final class Changes {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Tells all. */
    public void tell() {
        for (var listener : listeners) {
            listener.run();
        }
    }

    /** Adds one; the returned handle takes it away. */
    public AutoCloseable add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
