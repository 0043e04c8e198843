package org.keyline.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Every row there is, in the order of {@code docs/spec-ids.tsv}, and the rows left out on purpose with the reason for
 * each.
 *
 * <p>An exclusion is a line {@code - `ID`: reason} of {@code docs/spec-exclusions.md}; the other lines of that page are
 * for its readers.
 *
 * @param rows the rows by id
 * @param exclusions the reasons by id
 */
record SpecCatalogue(SequencedMap<String, SpecRow> rows, Map<String, String> exclusions) {
    private static final Pattern EXCLUSION = Pattern.compile("- `([^`]+)`:(.*)");

    /**
     * Reads both files below a project's root; a repeated id, an unknown excluded id or a missing reason is an error.
     */
    static SpecCatalogue read(Path root) throws IOException {
        var rows = rows(root.resolve("docs/spec-ids.tsv"));
        var page = root.resolve("docs/spec-exclusions.md");
        return new SpecCatalogue(rows, Files.exists(page) ? exclusions(page, rows) : Map.of());
    }

    private static SequencedMap<String, SpecRow> rows(Path file) throws IOException {
        var rows = new LinkedHashMap<String, SpecRow>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split("\t", -1);
            if (cells.length != 3 || cells[2].isBlank()) {
                throw new SpecError(file + ": expected id, group and title, found \"" + line + "\"");
            }
            if (!cells[0].equals("id") && rows.put(cells[0], new SpecRow(cells[0], cells[1], cells[2])) != null) {
                throw new SpecError(file + ": " + cells[0] + " stands twice");
            }
        }
        return rows;
    }

    private static Map<String, String> exclusions(Path page, Map<String, SpecRow> rows) throws IOException {
        var exclusions = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(page)) {
            var match = EXCLUSION.matcher(line);
            if (!match.matches()) {
                continue;
            }
            var reason = match.group(2).strip();
            if (!rows.containsKey(match.group(1)) || reason.isEmpty()) {
                throw new SpecError(page + ": an exclusion needs a known id and a reason: \"" + line + "\"");
            }
            exclusions.put(match.group(1), reason);
        }
        return exclusions;
    }
}
