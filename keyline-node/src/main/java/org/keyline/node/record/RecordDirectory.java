package org.keyline.node.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.keyline.node.record.RecordNames.Named;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a node's records, one directory a day below it, readable by their owner only.
 *
 * @param path the directory
 */
record RecordDirectory(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordDirectory.class);

    static RecordDirectory in(Path data) {
        return new RecordDirectory(data.resolve("records"));
    }

    /** The directories of days, newest first. */
    List<Path> days() throws IOException {
        var days = new ArrayList<Path>();
        if (Files.isDirectory(path)) {
            try (var found = Files.newDirectoryStream(path, RecordNames::isDay)) {
                found.forEach(days::add);
            }
        }
        days.sort(
                Comparator.comparing((Path day) -> day.getFileName().toString()).reversed());
        return days;
    }

    /** The files of a day, newest first. */
    static List<Named> files(Path day) throws IOException {
        var files = new ArrayList<Named>();
        try (var found = Files.newDirectoryStream(day)) {
            found.forEach(file -> RecordNames.read(file).ifPresent(files::add));
        } catch (NoSuchFileException purged) {
            return List.of();
        }
        files.sort(Named.NEWEST_FIRST);
        return files;
    }

    /** Where a new file goes; its day's directory is made. */
    Path place(String name, String minute) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(path);
        var day = path.resolve(RecordNames.day(minute));
        AtomicFile.createOwnerOnlyDirectory(day);
        return day.resolve(name);
    }

    /**
     * The highest number of a file; 0 where there is none. Files that a killed node left get their names: they are of
     * its last day, or of the day before around midnight.
     */
    int takeUp() throws IOException {
        var highest = 0;
        for (var day : days().stream().limit(2).toList()) {
            for (var file : files(day)) {
                highest = Math.max(highest, file.sequence());
                var unfinished = file.path().resolveSibling(file.path().getFileName() + RecordFile.UNFINISHED);
                if (Files.exists(unfinished)) {
                    RecordFile.recover(unfinished);
                }
            }
        }
        return highest;
    }

    /**
     * Deletes what is older than {@code keep}, and the oldest of the rest until it takes no more than {@code most}
     * bytes.
     */
    void purge(Instant now, Duration keep, long most) throws IOException {
        long taken = 0;
        for (var day : days()) {
            for (var file : files(day)) {
                var size = Files.exists(file.path()) ? Files.size(file.path()) : 0;
                taken += size;
                if (file.begun().isBefore(now.minus(keep)) || taken > most) {
                    delete(file.path());
                }
            }
            forgetEmpty(day);
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            LOG.atDebug().addKeyValue("file", file).log("Old records deleted");
        }
    }

    private static void forgetEmpty(Path day) throws IOException {
        try (var left = Files.newDirectoryStream(day)) {
            if (left.iterator().hasNext()) {
                return;
            }
        }
        Files.deleteIfExists(day);
    }
}
