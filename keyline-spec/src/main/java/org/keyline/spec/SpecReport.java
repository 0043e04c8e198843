package org.keyline.spec;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the modules' reports into {@code target/spec-report/spec.tsv} and {@code spec.html} of the project's root and
 * prints how many rows are covered, and which are not.
 *
 * <p>{@code ./keyline spec} and {@code ./keyline test} run it. It needs nothing but the JDK.
 */
public final class SpecReport {
    private static final int WIDTH = 110;

    private SpecReport() {}

    /**
     * Reports on the project whose root is the first argument, or the current directory.
     *
     * @param args the project's root; then {@code --brief} leaves the uncovered ids out of what is printed, or a row's
     *     id or the beginning of some asks for those rows with their tests
     */
    public static void main(String[] args) {
        var root = Path.of(args.length == 0 ? "." : args[0]);
        var wanted =
                Stream.of(args).skip(1).filter(word -> !word.startsWith("-")).findFirst();
        System.exit(wanted.map(id -> SpecLookup.run(root, id, System.out, System.err))
                .orElseGet(() -> run(root, List.of(args).contains("--brief"), System.out, System.err)));
    }

    /**
     * Writes and prints the report; 0 when it could be made, 1 when the catalogue and the tests contradict each other.
     */
    static int run(Path root, boolean brief, PrintStream out, PrintStream err) {
        try {
            var results = SpecResults.read(root);
            write(results, Files.createDirectories(root.resolve("target/spec-report")));
            summary(results, brief).forEach(out::println);
            return 0;
        } catch (SpecError | IOException e) {
            err.println("spec report: " + e.getMessage());
            return 1;
        }
    }

    private static void write(SpecResults results, Path directory) throws IOException {
        var lines = new ArrayList<>(List.of("id\tstatus\ttests"));
        results.rows().stream().map(RowResult::line).forEach(lines::add);
        Files.write(directory.resolve("spec.tsv"), lines);
        Files.writeString(directory.resolve("spec.html"), SpecPage.html(results), StandardCharsets.UTF_8);
    }

    private static List<String> summary(SpecResults results, boolean brief) {
        var lines = new ArrayList<String>();
        results.groups().forEach((group, rows) -> lines.addAll(group(group, rows, brief)));
        lines.add("");
        lines.add(
                "%d of %d specification rows covered; %d failing, %d uncovered, %d excluded (target/spec-report/spec.html)"
                        .formatted(
                                results.count(RowStatus.COVERED),
                                results.rows().size(),
                                results.count(RowStatus.FAILING),
                                results.count(RowStatus.UNCOVERED),
                                results.count(RowStatus.EXCLUDED)));
        return lines;
    }

    private static List<String> group(String group, List<RowResult> rows, boolean brief) {
        var covered =
                rows.stream().filter(row -> row.status() == RowStatus.COVERED).count();
        var lines = new ArrayList<String>();
        lines.add("%s: %d of %d".formatted(group, covered, rows.size()));
        lines.addAll(ids("failing", RowStatus.FAILING, rows));
        if (!brief) {
            lines.addAll(ids("uncovered", RowStatus.UNCOVERED, rows));
        }
        return lines;
    }

    private static List<String> ids(String label, RowStatus status, List<RowResult> rows) {
        var ids = rows.stream()
                .filter(row -> row.status() == status)
                .map(row -> row.row().id())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? List.of() : wrap("  " + label + ": " + ids);
    }

    private static List<String> wrap(String line) {
        var lines = new ArrayList<String>();
        var rest = line;
        while (rest.length() > WIDTH) {
            var cut = rest.lastIndexOf(' ', WIDTH);
            lines.add(rest.substring(0, cut));
            rest = "    " + rest.substring(cut + 1);
        }
        lines.add(rest);
        return lines;
    }
}
