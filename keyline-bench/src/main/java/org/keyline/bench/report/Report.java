package org.keyline.bench.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was measured, for people and for machines. */
public final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, String> facts;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Object> details = new TreeMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    public Report(Map<String, String> facts) {
        this.facts = facts;
    }

    /** Takes a figure in. */
    public void add(Figure figure) {
        figures.add(figure);
    }

    /** Takes in what the load generator said, whole. */
    public void detail(String name, Object whole) {
        details.put(name, whole);
    }

    /** Takes in that a measurement could not be made. */
    public void failed(String run, String why) {
        failures.put(run, why);
    }

    /** Whether every measurement could be made. */
    public boolean isWhole() {
        return failures.isEmpty();
    }

    /** Prints the facts and the figures as a table. */
    public void print(PrintWriter out) {
        out.println();
        facts.forEach((name, value) -> out.printf("%-20s %s%n", name, value));
        out.println();
        out.printf("%-14s %-52s %14s %-12s %-14s %s%n", "run", "figure", "value", "unit", "target", "verdict");
        for (var figure : figures) {
            out.printf(
                    "%-14s %-52s %14s %-12s %-14s %s%n",
                    figure.run(),
                    figure.name(),
                    Figure.number(figure.value()),
                    figure.unit(),
                    figure.target().map(Target::toString).orElse(""),
                    figure.verdict());
        }
        failures.forEach((run, why) -> out.printf("%-14s could not be measured: %s%n", run, why));
        out.flush();
    }

    /** Writes it all as JSON. */
    public void write(Path file) throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("machine", facts);
        whole.put("figures", figures.stream().map(Report::entry).toList());
        whole.put("failures", failures);
        whole.put("details", details);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(whole) + "\n");
    }

    private static Map<String, Object> entry(Figure figure) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("run", figure.run());
        entry.put("name", figure.name());
        entry.put("value", figure.value());
        entry.put("unit", figure.unit());
        figure.target().ifPresent(target -> {
            entry.put("target", target.toString());
            entry.put("met", target.isMetBy(figure.value()));
        });
        return entry;
    }
}
