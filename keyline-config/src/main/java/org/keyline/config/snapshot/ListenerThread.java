package org.keyline.config.snapshot;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one listener, with room for one snapshot: the newest that it has not seen. */
final class ListenerThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ListenerThread.class);

    private final Consumer<ConfigSnapshot> listener;
    private final AtomicReference<@Nullable ConfigSnapshot> waiting = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    ListenerThread(Consumer<ConfigSnapshot> listener) {
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("config-listener").start(this::run);
    }

    void offer(ConfigSnapshot snapshot) {
        waiting.set(snapshot);
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            var snapshot = waiting.getAndSet(null);
            if (snapshot == null) {
                LockSupport.park(this);
            } else {
                tell(snapshot);
            }
        }
    }

    private void tell(ConfigSnapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException broken) {
            if (closed) {
                // What it worked with was closed beside it.
                return;
            }
            log.atError()
                    .addKeyValue("revision", snapshot.revision())
                    .setCause(broken)
                    .log("A listener failed on a configuration change");
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
