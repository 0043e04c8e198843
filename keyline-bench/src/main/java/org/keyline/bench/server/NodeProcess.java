package org.keyline.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The measured node as a process of its own. */
public final class NodeProcess implements AutoCloseable {
    /** The system property with the name of the file that says how a node is started, one argument a line. */
    private static final String COMMAND = "keyline.node.command";

    private static final long PATIENCE_SECONDS = 120;
    private static final long WORK_SECONDS = 900;
    private static final int PHONE_PORT = 2000;
    private static final int SECURE_PHONE_PORT = 2443;
    private static final int TFTP_PORT = 16_969;
    private static final int HTTP_FILES_PORT = 6970;
    private static final int CAPF_PORT = 3804;

    private final Process process;
    private final InetAddress address;
    private final Path log;
    private final Thread stopAtExit;

    private NodeProcess(Process process, InetAddress address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.stopAtExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /**
     * Starts a node and returns at once.
     *
     * @param data its directory
     * @param log where what it says goes
     * @param options options for its Java, such as {@code -Xmx1g}
     */
    public static NodeProcess start(Path data, InetAddress address, Path log, List<String> options) throws IOException {
        var command = command();
        command.addAll(1, options);
        command.addAll(List.of(
                "node",
                "--data=" + data,
                "--name=bench",
                "--bind=" + address.getHostAddress(),
                "--tftp-port=" + TFTP_PORT));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new NodeProcess(process, address, log);
    }

    /** Runs one of the server's other commands to its end. */
    static void tool(String... arguments) throws IOException, InterruptedException {
        var command = command();
        command.addAll(List.of(arguments));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        tool.getOutputStream().close();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + " failed: " + said.strip());
        }
    }

    private static List<String> command() throws IOException {
        var file = System.getProperty(COMMAND);
        if (file == null) {
            throw new IOException("The system property " + COMMAND + " is missing; use ./keyline bench");
        }
        return new ArrayList<>(Files.readAllLines(Path.of(file)));
    }

    /** Waits until phones can connect, plain and over TLS. */
    public void awaitReady() throws IOException, InterruptedException {
        await(PHONE_PORT);
        await(SECURE_PHONE_PORT);
    }

    /** Waits until phones can connect without TLS. */
    public void awaitPhonePort() throws IOException, InterruptedException {
        await(PHONE_PORT);
    }

    private void await(int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the node does not answer on port " + port + "; its log is " + log);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean answers(int port) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(address, port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Where phones register without TLS. */
    public InetSocketAddress phonePort() {
        return new InetSocketAddress(address, PHONE_PORT);
    }

    /** Where phones register over TLS. */
    public InetSocketAddress securePhonePort() {
        return new InetSocketAddress(address, SECURE_PHONE_PORT);
    }

    /** Where phones fetch their files over TFTP. */
    public InetSocketAddress tftpPort() {
        return new InetSocketAddress(address, TFTP_PORT);
    }

    /** Where phones enrol. */
    public InetSocketAddress capfPort() {
        return new InetSocketAddress(address, CAPF_PORT);
    }

    /** Where phones fetch their files over HTTP. */
    public InetSocketAddress filesPort() {
        return new InetSocketAddress(address, HTTP_FILES_PORT);
    }

    /** The most memory it ever had resident, in MiB; 0 where the system does not tell. */
    public double peakMemoryMiB() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
    }

    /** Waits until it has logged a line with these words after {@code position}; the line. */
    public String awaitLogged(String words, long position) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WORK_SECONDS);
        while (System.nanoTime() < deadline) {
            var line = logged(position)
                    .lines()
                    .filter(each -> each.contains(words))
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("the node did not say '" + words + "'; its log is " + log);
    }

    private String logged(long position) throws IOException {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(position);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How much it has logged so far, in bytes. */
    public long loggedBytes() throws IOException {
        return Files.size(log);
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Processor time it has used so far, where the system tells, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }
}
