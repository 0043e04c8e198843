package org.keyline.ctl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The right to change the CTL file and the mode of a server, which one has at a time: a lock on the disk, shared by the
 * network service and commands on the machine itself.
 */
public final class CtlLock implements AutoCloseable {
    private final FileChannel channel;

    private CtlLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of the server with this file; empty while somebody else has it. */
    public static Optional<CtlLock> tryTake(CtlFileStore store) throws IOException {
        var channel = FileChannel.open(
                store.file().toAbsolutePath().resolveSibling("../ctl.lock").normalize(),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (isTaken(channel)) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new CtlLock(channel));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
