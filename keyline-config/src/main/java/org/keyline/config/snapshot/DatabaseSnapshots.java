package org.keyline.config.snapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.keyline.config.database.ConfigDatabase;
import org.keyline.config.store.Change;
import org.keyline.config.store.ConfigStore;

/**
 * Snapshots of the database. A commit of this process is in {@link #current()} when the commit returns; one of another
 * process within a quarter of a second ({@link CommitWatch}). Small changes read only what they changed.
 */
public final class DatabaseSnapshots implements SnapshotSource, AutoCloseable {
    /** Up to so many changed objects are read one by one; beyond it everything is read anew. */
    private static final int FEW = 1_000;

    private record Current(SnapshotState state, ConfigSnapshot snapshot) {}

    private final ConfigDatabase database;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final List<ListenerThread> listeners = new CopyOnWriteArrayList<>();
    private final CommitWatch watch;
    private volatile Current current;

    /** Loads the first snapshot and begins to watch. */
    public DatabaseSnapshots(ConfigDatabase database) {
        this.database = database;
        this.current = of(database.read(SnapshotState::load));
        database.onCommit(this::refresh);
        this.watch = CommitWatch.start(database, this::refresh);
    }

    private static Current of(SnapshotState state) {
        return new Current(state, state.snapshot());
    }

    @Override
    public ConfigSnapshot current() {
        return current.snapshot();
    }

    /**
     * Calls {@code listener} on a thread of its own. A listener that is still busy when several changes come gets only
     * the newest of them.
     */
    @Override
    public Following onChange(Consumer<ConfigSnapshot> listener) {
        var thread = new ListenerThread(listener);
        listeners.add(thread);
        return () -> {
            listeners.remove(thread);
            thread.close();
        };
    }

    private void refresh() {
        refreshing.lock();
        try {
            var before = current;
            var state = database.read(handle -> {
                long revision = ConfigStore.revision(handle);
                if (revision == before.state().revision()) {
                    return before.state();
                }
                var changes = ConfigStore.changesSince(handle, before.state().revision(), FEW + 1);
                return isSmall(changes, before.state().revision())
                        ? before.state().after(handle, changes, revision)
                        : SnapshotState.load(handle);
            });
            if (state.revision() != before.state().revision()) {
                current = of(state);
                listeners.forEach(listener -> listener.offer(current.snapshot()));
            }
        } finally {
            refreshing.unlock();
        }
    }

    /** Few changes, all still in the log, and no rename, which touches objects that the log does not name. */
    private static boolean isSmall(List<Change> changes, long after) {
        return !changes.isEmpty()
                && changes.size() <= FEW
                && changes.getFirst().revision() == after + 1
                && changes.stream().noneMatch(change -> change.action() == Change.Action.RENAMED);
    }

    @Override
    public void close() {
        watch.close();
        listeners.forEach(ListenerThread::close);
    }
}
