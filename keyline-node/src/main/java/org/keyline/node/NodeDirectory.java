package org.keyline.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyline.node.backup.Exchange;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of everything a node keeps, readable by its owner only.
 *
 * @param path the directory
 */
public record NodeDirectory(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(NodeDirectory.class);
    private static final String LOCK = "node.lock";

    /** The directory for a node, made when it is not there. */
    public static NodeDirectory make(Path path) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(path);
        return new NodeDirectory(path.toAbsolutePath().normalize());
    }

    /** Makes it ready for a node that starts: a restore that was interrupted is brought to its end. */
    void furnish() throws IOException {
        if (Exchange.finish(path)) {
            LOG.atInfo().addKeyValue("directory", path).log("An interrupted restore was brought to its end");
        }
        AtomicFile.createOwnerOnlyDirectory(certificates());
        AtomicFile.createOwnerOnlyDirectory(files());
    }

    /** The directory of a node that was started before. */
    public static NodeDirectory existing(Path path) throws IOException {
        if (!Files.exists(path.resolve(LOCK))) {
            throw NodeUnavailable.missing(path);
        }
        if (Exchange.isInterrupted(path)) {
            throw NodeUnavailable.restoring(path);
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

    /** Music and announcements an administrator brings. */
    Path sounds() {
        return path.resolve("sounds");
    }

    /** Keeps a second node off this directory until the channel is closed. */
    public FileChannel lock() throws IOException {
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

    /** Whether a node was ever started or restored here. */
    public boolean isNode() {
        return Files.exists(path.resolve(LOCK));
    }

    /** Takes the traces of a first use away that came to nothing. */
    public void abandon() throws IOException {
        Files.deleteIfExists(path.resolve(LOCK));
        try {
            Files.deleteIfExists(path.resolve("restore"));
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException inUseForOtherThings) {
            LOG.atDebug().addKeyValue("directory", path).log("The directory stays");
        }
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
