package org.keyline.node.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.web.record.TracedCall;

/**
 * The directory of the signals of calls that are over: files of a mebibyte, numbered as they were begun, readable by
 * their owner only.
 *
 * @param path the directory
 */
record TraceDirectory(Path path) {
    private static final Pattern NAME = Pattern.compile("calls-(\\d{9})\\.txt");
    private static final int MOST_SIGNALS = 20_000;

    static TraceDirectory in(Path data) {
        return new TraceDirectory(data.resolve("trace").resolve("calls"));
    }

    /** The newest file if it is no longer than {@code most} bytes, else a new one. */
    Path segment(long most) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(path);
        var newest = newestFirst().stream().findFirst();
        if (newest.isPresent() && Files.size(newest.get()) <= most) {
            return newest.get();
        }
        return path.resolve(String.format(
                Locale.ROOT,
                "calls-%09d.txt",
                newest.map(TraceDirectory::number).orElse(0) + 1));
    }

    private static int number(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** Calls that are wanted, newest first. */
    List<TracedCall> find(Predicate<TracedCall> wanted, int most) throws IOException {
        var found = new ArrayList<TracedCall>();
        for (var file : newestFirst()) {
            var inFile = heads(file).stream().filter(wanted).toList();
            inFile.reversed().stream().limit(most - found.size()).forEach(found::add);
            if (found.size() >= most) {
                break;
            }
        }
        return found;
    }

    /** The signals of a call; empty when they are no longer kept. */
    List<SdlSignal> signals(Predicate<TracedCall> which) throws IOException {
        for (var file : newestFirst()) {
            if (heads(file).stream().anyMatch(which)) {
                return read(file, which);
            }
        }
        return List.of();
    }

    private static List<TracedCall> heads(Path file) throws IOException {
        var heads = new ArrayList<TracedCall>();
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (TraceText.isHead(line)) {
                    TraceText.head(line).ifPresent(heads::add);
                }
            }
        } catch (NoSuchFileException purged) {
            return List.of();
        }
        return heads;
    }

    private static List<SdlSignal> read(Path file, Predicate<TracedCall> which) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var head = find(reader, which);
            return head.isEmpty() ? List.of() : signals(reader, head.get());
        }
    }

    private static Optional<TracedCall> find(BufferedReader reader, Predicate<TracedCall> which) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (TraceText.isHead(line)) {
                var head = TraceText.head(line).filter(which);
                if (head.isPresent()) {
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    private static List<SdlSignal> signals(BufferedReader reader, TracedCall head) throws IOException {
        var signals = new ArrayList<SdlSignal>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (TraceText.isHead(line) || signals.size() >= MOST_SIGNALS) {
                break;
            }
            TraceText.signal(line, head.began()).ifPresent(signals::add);
        }
        return signals;
    }

    /**
     * Deletes files that were written last before {@code oldest}, and the oldest of the rest above {@code most} bytes.
     */
    void purge(Instant oldest, long most) throws IOException {
        long taken = 0;
        for (var file : newestFirst()) {
            taken += Files.size(file);
            if (taken > most || Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(path)) {
            try (var found = Files.newDirectoryStream(path, file -> number(file) > 0)) {
                found.forEach(files::add);
            }
        }
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .reversed());
        return files;
    }
}
