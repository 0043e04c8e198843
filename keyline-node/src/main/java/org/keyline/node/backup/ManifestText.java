package org.keyline.node.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.node.backup.BackupException.Reason;

/**
 * A manifest as text: lines of a word and values with tabs between. A reader passes over words it does not know, so
 * that later versions may add some.
 */
final class ManifestText {
    /** The longest, in bytes. */
    static final int LONGEST = 16 * 1024 * 1024;

    private static final String FORMAT = "1";
    private static final int MOST_FILES = 100_000;
    private static final long LARGEST = 1L << 40;
    private static final int FILE_FIELDS = 4;

    private final Map<String, String> facts = new HashMap<>();
    private final List<String> servers = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<SavedFile> files = new ArrayList<>();

    private ManifestText() {}

    static String of(Manifest manifest) {
        var lines = new ArrayList<String>();
        lines.add("keyline-backup\t" + FORMAT);
        lines.add("product\t" + manifest.product());
        lines.add("database\t" + manifest.database());
        lines.add("node\t" + plain(manifest.node()));
        lines.add("made\t" + manifest.made());
        lines.add("mode\t" + manifest.mode());
        lines.add("firmware\t" + manifest.firmware());
        manifest.servers().forEach(server -> lines.add("server\t" + plain(server)));
        manifest.tokens().forEach(token -> lines.add("token\t" + plain(token)));
        manifest.files()
                .forEach(file -> lines.add(
                        "file\t" + file.length() + "\t" + file.sha256() + "\t" + file.mode() + "\t" + file.path()));
        return String.join("\n", lines) + "\n";
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * Reads a manifest whose bytes were found unchanged; whoever has the passphrase may still have written anything.
     */
    static Manifest parse(String text) throws BackupException {
        var parsed = new ManifestText();
        var lines = text.lines().iterator();
        if (!lines.hasNext() || !lines.next().equals("keyline-backup\t" + FORMAT)) {
            throw new BackupException(
                    text.startsWith("keyline-backup\t") ? Reason.NEWER : Reason.MALFORMED,
                    text.startsWith("keyline-backup\t") ? "?" : "no manifest",
                    ProductVersion.CURRENT);
        }
        try {
            lines.forEachRemaining(parsed::line);
            return parsed.manifest();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new BackupException(Reason.MALFORMED, String.valueOf(wrong.getMessage()));
        }
    }

    private void line(String line) {
        var tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException("a line without a value");
        }
        var value = line.substring(tab + 1);
        switch (line.substring(0, tab)) {
            case "server" -> servers.add(value);
            case "token" -> tokens.add(value);
            case "file" -> file(value);
            case String word -> facts.put(word, value);
        }
    }

    private void file(String value) {
        var fields = value.split("\t", FILE_FIELDS);
        if (fields.length < FILE_FIELDS || files.size() == MOST_FILES) {
            throw new IllegalArgumentException("a file without its four values, or too many files");
        }
        files.add(new SavedFile(fields[3], Long.parseLong(fields[0]), fields[1], fields[2]));
    }

    private String fact(String word) {
        return Optional.ofNullable(facts.get(word)).orElseThrow(() -> new IllegalArgumentException("no " + word));
    }

    private Manifest manifest() {
        requireOneOfEach();
        var version = fact("product");
        return new Manifest(
                ProductVersion.of(version).orElseThrow(() -> new IllegalArgumentException("no version: " + version)),
                Integer.parseInt(fact("database")),
                fact("node"),
                Instant.parse(fact("made")),
                ClusterSecurityMode.valueOf(fact("mode")),
                Boolean.parseBoolean(fact("firmware")),
                servers,
                tokens,
                files);
    }

    /** No name twice, none that is a directory of another, and no more bytes than any disk has. */
    private void requireOneOfEach() {
        var paths = files.stream().map(SavedFile::path).collect(Collectors.toCollection(HashSet::new));
        if (paths.size() < files.size() || paths.stream().anyMatch(path -> isBeneathAny(path, paths))) {
            throw new IllegalArgumentException("a file twice");
        }
        if (!paths.contains(NodeFiles.DATABASE)) {
            throw new IllegalArgumentException("no database");
        }
        long length = 0;
        for (var file : files) {
            length += Math.min(file.length(), LARGEST);
            if (length > LARGEST) {
                throw new IllegalArgumentException("more than " + LARGEST + " bytes");
            }
        }
    }

    private static boolean isBeneathAny(String path, Set<String> paths) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (paths.contains(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }
}
