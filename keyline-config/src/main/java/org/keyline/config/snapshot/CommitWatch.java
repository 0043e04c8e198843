package org.keyline.config.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.keyline.config.database.ConfigDatabase;
import org.keyline.config.database.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices commits of other processes: SQLite's {@code data_version} changes on a kept connection; PostgreSQL is asked
 * for its newest revision. Four times a second, on a virtual thread; a lost connection is made again.
 */
final class CommitWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CommitWatch.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final ConfigDatabase database;
    private final Runnable onCommit;
    private final String question;
    private final Thread thread;
    private volatile boolean closed;

    private CommitWatch(ConfigDatabase database, Runnable onCommit) {
        this.database = database;
        this.onCommit = onCommit;
        this.question = database.dialect() == Dialect.SQLITE
                ? "PRAGMA data_version"
                : "SELECT COALESCE(MAX(revision), 0) FROM change_log";
        this.thread = Thread.ofVirtual().name("config-watch").unstarted(this::run);
    }

    static CommitWatch start(ConfigDatabase database, Runnable onCommit) {
        var watch = new CommitWatch(database, onCommit);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!closed) {
            try (var connection = database.connection()) {
                watch(connection);
            } catch (SQLException | RuntimeException lost) {
                if (!closed) {
                    log.atWarn().setCause(lost).log("Watching for configuration changes failed and is tried again");
                    pause(AFTER_FAILURE);
                }
            }
        }
    }

    private void watch(Connection connection) throws SQLException {
        long seen = ask(connection);
        onCommit.run();
        while (pause(EVERY)) {
            long now = ask(connection);
            if (now != seen) {
                seen = now;
                onCommit.run();
            }
        }
    }

    private long ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether to go on. */
    private boolean pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            // Only close() interrupts this thread, and it has said so.
        }
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
