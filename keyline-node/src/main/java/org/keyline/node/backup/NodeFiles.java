package org.keyline.node.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keyline.tftp.firmware.FirmwareDirectory;

/**
 * Which files of a node's directory a backup has: all but those that mean something only while the node runs, that it
 * makes again by itself, or that are backups. The database is among them by its name and copied in its own way.
 */
final class NodeFiles {
    static final String DATABASE = "keyline.db";
    static final String CERTIFICATES = "certificates";
    static final String PHONE_FILES = "tftp";
    static final String CTL_FILE = PHONE_FILES + "/CTLFile.tlv";

    /** Where backups lie that nobody wanted elsewhere. */
    static final String BACKUPS = "backups";

    /** Where a restore is prepared, and what was there before it is kept. */
    static final String RESTORE = "restore";

    /** What SQLite lays beside its database. */
    static final Set<String> DATABASE_SIDE = Set.of(DATABASE + "-wal", DATABASE + "-shm", DATABASE + "-journal");

    private static final Set<String> MOMENTARY = Set.of(
            "node.lock",
            "ctl.lock",
            "backup.lock",
            "secure.lock",
            "in-force",
            "running",
            "signed",
            "sightings",
            "trace",
            "records",
            BackupStatus.FILE,
            RESTORE,
            BACKUPS,
            "certificates/change.lock",
            "certificates/changed");

    private NodeFiles() {}

    /** Whether a path in a node's directory is of the moment, or lies in a directory that is. */
    static boolean isMomentary(String path) {
        var first = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
        return MOMENTARY.contains(first)
                || MOMENTARY.contains(path)
                || DATABASE_SIDE.contains(path)
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".keyline-");
    }

    /** The paths of all files to be saved, in order; symbolic links are not followed. */
    static List<String> list(Path data, boolean withFirmware) throws IOException {
        var found = new TreeSet<String>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(data) && isMomentary(name(data, directory))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = name(data, file);
                if (attributes.isRegularFile()
                        && !isMomentary(name)
                        && (withFirmware || !FirmwareDirectory.isFirmware(name))) {
                    found.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
                if (trouble instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw trouble;
            }
        });
        return new ArrayList<>(found);
    }

    private static String name(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
