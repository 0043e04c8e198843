package org.keyline.spec;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says of a row, or of all whose ids begin alike, where it lives: the tests that prove it, with their files. */
final class SpecLookup {
    private static final Pattern TAG = Pattern.compile("@Spec\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    private SpecLookup() {}

    /** Prints the rows whose ids are or begin with {@code wanted}; 1 when there is none. */
    static int run(Path root, String wanted, PrintStream out, PrintStream err) {
        try {
            var rows = rows(SpecResults.read(root), wanted.toUpperCase(Locale.ROOT));
            if (rows.isEmpty()) {
                err.println("No row is called " + wanted + ". The ids stand in docs/spec-ids.tsv.");
                return 1;
            }
            var places = places(root);
            for (var row : rows) {
                show(row, places, out);
            }
            return 0;
        } catch (SpecError | IOException e) {
            err.println("spec report: " + e.getMessage());
            return 1;
        }
    }

    private static List<RowResult> rows(SpecResults results, String wanted) {
        var exact = results.rows().stream()
                .filter(row -> row.row().id().equals(wanted))
                .toList();
        return exact.isEmpty()
                ? results.rows().stream()
                        .filter(row -> row.row().id().startsWith(wanted))
                        .toList()
                : exact;
    }

    private static void show(RowResult row, List<Place> places, PrintStream out) {
        out.println(row.row().id() + "  " + row.row().title());
        out.println("  " + row.row().group() + ", last test run: "
                + row.status().word() + (row.reason().isEmpty() ? "" : " (" + row.reason() + ")"));
        row.tests()
                .forEach((test, verdict) -> out.println("  " + verdict.name().toLowerCase(Locale.ROOT) + ": " + test));
        places.stream()
                .filter(place -> place.id().equals(row.row().id()))
                .forEach(place -> out.println("    " + place.file() + ":" + place.line()));
    }

    /** Where the sources name a row. */
    private record Place(String id, Path file, int line) {}

    private static List<Place> places(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 14)) {
            var places = new ArrayList<Place>();
            for (var file : files.filter(SpecLookup::isTest).sorted().toList()) {
                var text = Files.readString(file);
                TAG.matcher(text).results().forEach(tag -> places.addAll(of(root.relativize(file), text, tag)));
            }
            return places;
        }
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/java/") && file.toString().endsWith(".java");
    }

    private static List<Place> of(Path file, String text, MatchResult tag) {
        int line = (int) text.substring(0, tag.start()).lines().count();
        return ID.matcher(tag.group(1))
                .results()
                .map(id -> new Place(id.group(1), file, line))
                .toList();
    }
}
