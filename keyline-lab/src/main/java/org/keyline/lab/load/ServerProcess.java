package org.keyline.lab.load;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    /** The last line of a class histogram, and the line of what a collector puts into holes it leaves. */
    private static final Pattern ALL_OBJECTS = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final Pattern FILLERS =
            Pattern.compile("\\d+:\\s+\\d+\\s+(\\d+)\\s+\\S*jdk\\.internal\\.vm\\.Filler");

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
        return jcmd("GC.class_histogram").map(text -> sum(ALL_OBJECTS, text) - sum(FILLERS, text));
    }

    private static long sum(Pattern which, String text) {
        return which.matcher(text)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    /** Its answer goes through a file: a process that asks itself stands still while it answers. */
    private Optional<String> jcmd(String command) {
        try {
            var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var answer = Files.createTempFile("jcmd", ".txt");
            try {
                var process = new ProcessBuilder(tool, Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
                return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Optional.of(Files.readString(answer))
                        : Optional.empty();
            } finally {
                Files.delete(answer);
            }
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
