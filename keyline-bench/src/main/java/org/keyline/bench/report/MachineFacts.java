package org.keyline.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure cannot be judged without: the machine, its load, the Java, the commit and the time. */
public final class MachineFacts {
    private MachineFacts() {}

    /** The facts of now; what cannot be found out is left away. */
    public static Map<String, String> gather(Path home) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", git(home, "rev-parse", "--short=10", "HEAD").orElse("unknown"));
        facts.put(
                "uncommittedChanges",
                git(home, "status", "--porcelain", "--untracked-files=no")
                        .map(text -> text.isEmpty() ? "no" : "yes")
                        .orElse("unknown"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        value("/proc/cpuinfo", "model name").ifPresent(name -> facts.put("processor", name));
        value("/proc/meminfo", "MemTotal").ifPresent(total -> facts.put("memory", gibibytes(total)));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        firstLine("/proc/loadavg").ifPresent(load -> facts.put("loadBefore", load));
        return facts;
    }

    private static String gibibytes(String kibibytes) {
        return Figure.number(Double.parseDouble(kibibytes.replaceAll("\\D", "")) / (1 << 20)) + " GiB";
    }

    private static Optional<String> value(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> git(Path home, String... arguments) {
        try {
            var command = Stream.concat(Stream.of("git", "-C", home.toString()), Stream.of(arguments))
                    .toList();
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
