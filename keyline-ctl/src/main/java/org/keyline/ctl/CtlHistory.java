package org.keyline.ctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.storage.AtomicFile;

/**
 * Who changed the CTL file of a server, and when: the CTL Provider's own trace, {@code ctl-changes} in the data
 * directory, a line each, the newest thousand.
 *
 * @param file the file
 */
public record CtlHistory(Path file) {
    private static final int MOST = 1_000;
    private static final long LONGEST = 1 << 20;
    private static final int FIELDS = 4;

    /**
     * A change.
     *
     * @param at when
     * @param who the administrator, and from where
     */
    public record Entry(Instant at, String who) {}

    /**
     * Makes sure that changes can be written down.
     *
     * @throws IOException when they cannot
     */
    public void open() throws IOException {
        if (!Files.exists(file)) {
            write(List.of());
        } else if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
            throw new IOException(file + " is no file that can be written");
        }
    }

    /** Adds a change: what was done, by whom, and the MD5 of the file since. */
    public void add(Instant at, String who, String what, String md5) throws IOException {
        var lines = new ArrayList<>(lines());
        lines.add(String.join("\t", at.toString(), plain(who), plain(what), md5));
        write(lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
    }

    /** The newest change that made the file whose MD5 this is. */
    public Optional<Entry> of(String md5) {
        try {
            return lines().reversed().stream()
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields.length == FIELDS && fields[FIELDS - 1].equals(md5))
                    .findFirst()
                    .map(fields -> new Entry(Instant.parse(fields[0]), fields[1]));
        } catch (IOException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) && Files.size(file) <= LONGEST ? Files.readAllLines(file) : List.of();
    }

    private void write(List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8), AtomicFile.Access.OWNER_ONLY);
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
