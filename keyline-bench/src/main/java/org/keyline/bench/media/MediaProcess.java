package org.keyline.bench.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link MediaUnderTest} as seen from the process that measures. */
public final class MediaProcess implements AutoCloseable {
    private final Process process;
    private final List<Integer> ports = new ArrayList<>();

    private MediaProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until every port is open. */
    public static MediaProcess start(String resource, int parties, int inRoom, List<Integer> sinks) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                MediaUnderTest.class.getName(),
                resource,
                String.valueOf(parties),
                String.valueOf(inRoom)));
        sinks.forEach(sink -> command.add(String.valueOf(sink)));
        var started = new MediaProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        started.awaitReady();
        return started;
    }

    private void awaitReady() throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                return;
            }
            if (line.startsWith("port ")) {
                ports.add(Integer.parseInt(line.substring(5)));
            }
        }
        throw new IOException("The media process ended before it was ready");
    }

    /** Where each party's port listens. */
    public List<Integer> ports() {
        return ports;
    }

    /** Processor time so far, of the whole process. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
