package org.keyline.node.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.keyline.node.backup.BackupException.Reason;

/** One backup of a node at a time, in whatever process. */
record WorkLock(FileChannel channel) implements AutoCloseable {
    static WorkLock take(Path data) throws IOException {
        var channel = FileChannel.open(
                data.resolve("backup.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (isTaken(channel)) {
            channel.close();
            throw new BackupException(Reason.BUSY, data.toString());
        }
        return new WorkLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
