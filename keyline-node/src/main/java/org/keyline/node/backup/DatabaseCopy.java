package org.keyline.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.keyline.config.Configuration;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlLock;
import org.keyline.node.backup.BackupException.Reason;

/**
 * The database as it was at one moment, in a directory only its owner enters, for as long as a backup is made. The
 * moment is one in which no CTL client is at work: mode and CTL file belong together.
 *
 * @param file the copy
 */
record DatabaseCopy(Path file) implements AutoCloseable {
    private static final String PREFIX = ".keyline-backup-";
    private static final int PATIENCE_SECONDS = 30;
    private static final int GLANCE_MILLIS = 100;

    static DatabaseCopy of(Path data, Configuration configuration) throws IOException {
        sweep(data);
        var copy = new DatabaseCopy(Files.createTempDirectory(data, PREFIX).resolve(NodeFiles.DATABASE));
        try (var _ = whileNoClientWorks(data)) {
            configuration.copyTo(copy.file());
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static CtlLock whileNoClientWorks(Path data) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Files.createDirectories(data.resolve(NodeFiles.PHONE_FILES));
        while (true) {
            var lock = CtlLock.tryTake(CtlFileStore.in(data));
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new BackupException(Reason.CTL_BUSY, data.toString());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The backup was interrupted", e);
            }
        }
    }

    /** What a killed process left. */
    private static void sweep(Path data) throws IOException {
        try (var left = Files.newDirectoryStream(data, PREFIX + "*")) {
            for (var directory : left) {
                Trees.delete(directory);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Trees.delete(file.getParent());
    }
}
