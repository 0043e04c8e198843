package org.keyline.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite database of a node: one file, readable by its owner only, as are the journal files SQLite puts beside. */
final class DatabaseFile {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final Path file;

    /** The database {@code keyline.db} in this directory; both are made if missing. */
    DatabaseFile(Path directory) {
        this.file = directory.resolve("keyline.db");
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
            }
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
            }
            Files.setPosixFilePermissions(file, OWNER_FILE);
        } catch (IOException cannotCreate) {
            throw new UncheckedIOException("The database cannot be created in " + directory, cannotCreate);
        }
    }

    /** Connections whose transactions start as {@code mode} says: writers take the lock at once. */
    SQLiteDataSource connections(SQLiteConfig.TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setTransactionMode(mode);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
