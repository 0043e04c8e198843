package org.keyline.media.clip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WAV files of a directory, by their names without {@code .wav}. A file that cannot be played is named in the log
 * with what is wrong, once for each state of the file, and the others are there all the same.
 *
 * <p>{@link #refresh} reads files, so it belongs on a thread that may wait; what it found is there for all threads.
 */
public final class Shelf {
    /** The most files taken from one directory. */
    public static final int MOST_FILES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String ENDING = ".wav";

    private final Path directory;
    private volatile Map<String, Entry> entries = Map.of();

    public Shelf(Path directory) {
        this.directory = directory;
    }

    /** What was read of a file, and which state of it; a file that cannot be played has no recording. */
    private record Entry(long size, long modified, Optional<Recording> recording) {
        boolean isOf(BasicFileAttributes file) {
            return size == file.size() && modified == file.lastModifiedTime().toMillis();
        }
    }

    /** Reads what is new or changed and forgets what is gone; whether anything is different now. */
    public synchronized boolean refresh() {
        var now = new TreeMap<String, Entry>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, Shelf::isWav)) {
                readAll(files, now);
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("directory", directory).setCause(e).log("Sound files cannot be read");
                return false;
            }
        }
        boolean changed = !now.equals(entries);
        entries = now;
        return changed;
    }

    private static boolean isWav(Path file) {
        return file.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(file);
    }

    private void readAll(DirectoryStream<Path> files, Map<String, Entry> now) throws IOException {
        for (var file : files) {
            if (now.size() >= MOST_FILES) {
                LOG.atWarn().addKeyValue("directory", directory).log("Too many sound files; the rest is left out");
                return;
            }
            var name = file.getFileName().toString();
            name = name.substring(0, name.length() - ENDING.length());
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var known = entries.get(name);
            now.put(name, known != null && known.isOf(attributes) ? known : read(file, attributes));
        }
    }

    private static Entry read(Path file, BasicFileAttributes attributes) {
        return new Entry(attributes.size(), attributes.lastModifiedTime().toMillis(), recording(file, attributes));
    }

    private static Optional<Recording> recording(Path file, BasicFileAttributes attributes) {
        try {
            if (attributes.size() > WavFile.LARGEST) {
                throw new BadRecording("The file is larger than 64 MiB");
            }
            var recording = WavFile.read(Files.readAllBytes(file));
            LOG.atInfo().addKeyValue("file", file).log("Sound file read");
            return Optional.of(recording);
        } catch (BadRecording e) {
            LOG.atError()
                    .addKeyValue("file", file)
                    .addKeyValue("cause", e.getMessage())
                    .log("Sound file not usable");
        } catch (IOException e) {
            LOG.atError().addKeyValue("file", file).setCause(e).log("Sound file cannot be read");
        }
        return Optional.empty();
    }

    /** The recording of this name. */
    public Optional<Recording> get(String name) {
        return Optional.ofNullable(entries.get(name)).flatMap(Entry::recording);
    }

    /** Every recording that can be played, by name. */
    public Map<String, Recording> all() {
        var playable = new TreeMap<String, Recording>();
        entries.forEach((name, entry) -> entry.recording().ifPresent(recording -> playable.put(name, recording)));
        return playable;
    }
}
