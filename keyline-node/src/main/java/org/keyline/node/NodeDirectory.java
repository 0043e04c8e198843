package org.keyline.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyline.trust.storage.AtomicFile;

/**
 * The directory of everything a node keeps, readable by its owner only.
 *
 * @param path the directory
 */
public record NodeDirectory(Path path) {
    private static final String LOCK = "node.lock";

    /** Opens the directory for a node, making it when it is not there. */
    static NodeDirectory make(Path path) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(path);
        var directory = new NodeDirectory(path);
        AtomicFile.createOwnerOnlyDirectory(directory.certificates());
        AtomicFile.createOwnerOnlyDirectory(directory.files());
        return directory;
    }

    /** The directory of a node that was started before. */
    public static NodeDirectory existing(Path path) throws IOException {
        if (!Files.exists(path.resolve(LOCK))) {
            throw NodeUnavailable.missing(path);
        }
        return new NodeDirectory(path.toAbsolutePath().normalize());
    }

    /** Certificates and keys. */
    public Path certificates() {
        return path.resolve("certificates");
    }

    /** Files that phones may fetch, the CTL file among them. */
    public Path files() {
        return path.resolve("tftp");
    }

    /** Keeps a second node off this directory until the channel is closed. */
    FileChannel lock() throws IOException {
        var channel = FileChannel.open(
                path.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw NodeUnavailable.locked(path);
        }
        return channel;
    }

    /** Whether a node of another process runs here. */
    boolean isInUse() throws IOException {
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }
}
