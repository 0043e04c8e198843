package org.keyline.trust.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Replaces a file as a whole: whoever reads it, at any moment and after any crash, finds the old content or the new,
 * never a part.
 *
 * <p>The content goes to a temporary file beside the target, is forced to the disk, and takes the target's name in one
 * step. When anything fails (a full disk among them) the target is untouched and the temporary file is removed; one
 * that a killed process left behind is swept by {@link #sweep(Path)}.
 */
public final class AtomicFile {
    private static final String TEMPORARY_PREFIX = ".keyline-";
    private static final String TEMPORARY_SUFFIX = ".tmp";
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);

    private AtomicFile() {}

    /** Who may read a file. */
    public enum Access {
        /** Mode 0600: secrets. */
        OWNER_ONLY("rw-------"),
        /** Mode 0444: public certificates, which nobody edits. */
        READ_ONLY("r--r--r--"),
        /** Mode 0644: files served to phones. */
        PUBLIC("rw-r--r--");

        private final String mode;

        Access(String mode) {
            this.mode = mode;
        }

        private Set<PosixFilePermission> permissions() {
            return PosixFilePermissions.fromString(mode);
        }
    }

    /**
     * Writes {@code content} to {@code target}, replacing what was there.
     *
     * @throws IOException when the disk refuses; the target then still has its old content
     */
    public static void write(Path target, byte[] content, Access access) throws IOException {
        write(target, access, out -> out.write(content));
    }

    /** Content too long to be in memory. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; whoever throws gives the file up. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** As {@link #write(Path, byte[], Access)}, with content that is written piece by piece. */
    public static void write(Path target, Access access, Content content) throws IOException {
        var directory = directoryOf(target);
        var temporary = Files.createTempFile(directory, TEMPORARY_PREFIX, TEMPORARY_SUFFIX);
        try {
            fill(temporary, content);
            Files.setPosixFilePermissions(temporary, access.permissions());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(directory);
    }

    /** Creates {@code directory} (and its parents) so that only the owner can enter it: mode 0700. */
    public static void createOwnerOnlyDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /**
     * Removes temporary files that a killed process left in {@code directory}. Young ones stay: another process, a node
     * beside a command, may be writing them.
     */
    public static void sweep(Path directory) throws IOException {
        var before = Instant.now().minus(LONGEST_WRITE);
        try (var left = Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
            for (var file : left) {
                sweep(file, before);
            }
        }
    }

    private static void sweep(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException written) {
            // it has its own name by now
        }
    }

    private static Path directoryOf(Path target) throws IOException {
        var directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(target + " is no file");
        }
        return directory;
    }

    private static void fill(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Makes the new name itself durable; a rename lives in the directory. */
    public static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
