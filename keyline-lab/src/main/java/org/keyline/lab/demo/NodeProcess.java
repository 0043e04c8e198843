package org.keyline.lab.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server as a child process, and its command line for setting it up. */
final class NodeProcess implements AutoCloseable {
    private static final String COMMAND = "keyline.node.command";

    private final DemoTexts texts;
    private final List<String> command;
    private final Path output;
    private final Path log;
    private final Process process;
    private volatile @Nullable Path leftOver;

    private NodeProcess(DemoTexts texts, List<String> command, Path output, Path log, Process process) {
        this.texts = texts;
        this.command = command;
        this.output = output;
        this.log = log;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** Starts the server with these arguments; what it says goes into files of that directory. */
    static NodeProcess start(DemoTexts texts, Path directory, List<String> arguments) throws IOException, DemoTrouble {
        var file = System.getProperty(COMMAND);
        if (file == null) {
            throw new DemoTrouble(texts.text("no.node"));
        }
        var command = Files.readAllLines(Path.of(file));
        var output = directory.resolve("node.out");
        var log = directory.resolve("node.log");
        var process = new ProcessBuilder(plus(command, arguments))
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        return new NodeProcess(texts, command, output, log, process);
    }

    /** Runs one of the server's other commands to its end. */
    void tool(String... arguments) throws IOException, InterruptedException, DemoTrouble {
        var tool = new ProcessBuilder(plus(command, List.of(arguments)))
                .redirectErrorStream(true)
                .start();
        tool.getOutputStream().close();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new DemoTrouble(texts.text("tool.failed", String.join(" ", arguments), said.strip()));
        }
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** What it printed for its user: the administrator's first password. */
    List<String> output() throws IOException {
        return Files.readAllLines(output);
    }

    Path log() {
        return log;
    }

    /** From now on its directory goes with it. */
    void leavesNothing(Path itsDirectory) {
        leftOver = itsDirectory;
    }

    private synchronized void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (leftOver != null) {
                delete(leftOver);
                leftOver = null;
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be deleted stays: it is in the system's directory for such things. */
    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException vanished) {
            directory.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static List<String> plus(List<String> command, List<String> arguments) {
        var whole = new ArrayList<>(command);
        whole.addAll(arguments);
        return whole;
    }
}
