package org.keyline.spec;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every row of the catalogue with what the last test run said of it.
 *
 * @param rows the rows in catalogue order
 */
record SpecResults(List<RowResult> rows) {
    /**
     * Joins the catalogue with the reports of all modules below a project's root; a tag with an unknown id is an error.
     */
    static SpecResults read(Path root) throws IOException {
        var catalogue = SpecCatalogue.read(root);
        var tests = new TreeMap<String, SequencedMap<String, Verdict>>();
        for (var outcome : outcomes(root)) {
            tests.computeIfAbsent(outcome.id(), _ -> new TreeMap<>())
                    .merge(outcome.test(), outcome.verdict(), Verdict::or);
        }
        refuseUnknown(catalogue, tests);
        return new SpecResults(catalogue.rows().values().stream()
                .map(row -> RowResult.of(
                        row,
                        tests.getOrDefault(row.id(), new TreeMap<>()),
                        catalogue.exclusions().getOrDefault(row.id(), "")))
                .toList());
    }

    long count(RowStatus status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    /** The rows by group, groups and rows in catalogue order. */
    SequencedMap<String, List<RowResult>> groups() {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.row().group(), LinkedHashMap::new, Collectors.toList()));
    }

    private static void refuseUnknown(SpecCatalogue catalogue, Map<String, SequencedMap<String, Verdict>> tests) {
        var unknown = tests.entrySet().stream()
                .filter(entry -> !catalogue.rows().containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + " in "
                        + String.join(", ", entry.getValue().keySet()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new SpecError("tests name rows that docs/spec-ids.tsv does not have: " + String.join("; ", unknown));
        }
    }

    private static List<TestOutcome> outcomes(Path root) throws IOException {
        var outcomes = new ArrayList<TestOutcome>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, "keyline-*")) {
            for (var module : modules) {
                outcomes.addAll(moduleOutcomes(module.resolve("target/spec-report")));
            }
        }
        return outcomes;
    }

    private static List<TestOutcome> moduleOutcomes(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var outcomes = new ArrayList<TestOutcome>();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(directory, "*.tsv")) {
            for (var report : reports) {
                Files.readAllLines(report).stream().map(TestOutcome::parse).forEach(outcomes::add);
            }
        }
        return outcomes;
    }
}
