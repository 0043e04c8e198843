package org.keyline.config.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The log of changes; its newest revision is the configuration's. */
final class ChangeLog {
    /** How many revisions are kept. */
    private static final long KEPT = 200_000;

    private ChangeLog() {}

    static long revision(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(revision), 0) FROM change_log")
                .mapTo(Long.class)
                .one();
    }

    static void append(Handle handle, List<Change> changes) {
        var batch = handle.prepareBatch(
                "INSERT INTO change_log (revision, position, kind, object_key, action, fields, author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        int position = 0;
        for (var change : changes) {
            batch.bind(0, change.revision())
                    .bind(1, position++)
                    .bind(2, change.kind())
                    .bind(3, change.key())
                    .bind(4, change.action().name())
                    .bind(5, String.join(" ", change.fields()))
                    .bind(6, change.author())
                    .bind(7, change.at().toEpochMilli())
                    .add();
        }
        if (position > 0) {
            batch.execute();
            trim(handle, changes.getFirst().revision());
        }
    }

    private static void trim(Handle handle, long revision) {
        if (revision % 1_000 == 0 && revision > KEPT) {
            handle.execute("DELETE FROM change_log WHERE revision <= ?", revision - KEPT);
        }
    }

    static List<Change> since(Handle handle, long revision, int limit) {
        return handle.createQuery(
                        "SELECT revision, kind, object_key, action, fields, author, at FROM change_log WHERE revision > ? ORDER BY revision, position LIMIT ?")
                .bind(0, revision)
                .bind(1, limit)
                .map((row, _) -> new Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Change.Action.valueOf(row.getString(4)),
                        row.getString(5).isEmpty()
                                ? List.of()
                                : List.of(row.getString(5).split(" ", -1)),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7))))
                .list();
    }

    static List<Change> newest(Handle handle, int limit) {
        long last = revision(handle);
        var found = since(handle, Math.max(0, last - limit), limit);
        return found.reversed();
    }
}
