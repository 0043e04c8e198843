package org.keyline.lab.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The measured process, seen through {@code /proc}. */
final class ServerProcess {
    /** The kernel counts processor time in these (USER_HZ, 100 on every Linux of today). */
    private static final long TICK_NANOS = 10_000_000;

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    /** One line for each generation, or one for the whole heap: what is told differs between collectors. */
    private static final Pattern HEAP_USED = Pattern.compile("(?m)^\\s*\\S.*\\btotal\\b.*\\bused (\\d+)K");

    private final long pid;

    ServerProcess(long pid) {
        this.pid = pid;
    }

    /** Processor time used so far, user and system, all threads. */
    long cpuNanos() {
        var stat = read("stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS;
    }

    /** Resident memory. */
    long rssBytes() {
        var matcher = RSS.matcher(read("status"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
    }

    /** Live heap after a full collection, where the process is a JVM and {@code jcmd} is at hand. */
    Optional<Long> liveHeapBytes() {
        if (jcmd("GC.run").isEmpty()) {
            return Optional.empty();
        }
        return jcmd("GC.heap_info")
                .map(text -> HEAP_USED
                        .matcher(text)
                        .results()
                        .mapToLong(match -> Long.parseLong(match.group(1)) * 1024)
                        .sum());
    }

    private Optional<String> jcmd(String command) {
        try {
            var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(tool, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(output)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String read(String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the server's process " + pid, e);
        }
    }
}
