package org.keyline.node.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A node as a process of its own, on a loopback address of its own with the usual ports. */
final class LiveNode implements AutoCloseable {
    static final int TFTP = 6969;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PASSWORD = Pattern.compile("password {2}(\\S+)");

    private final Process process;
    private final InetAddress address;
    private final Path data;
    private final Path out;
    private final Path log;

    private LiveNode(Process process, InetAddress address, Path data, Path out, Path log) {
        this.process = process;
        this.address = address;
        this.data = data;
        this.out = out;
        this.log = log;
    }

    /** An address nobody else uses. */
    static InetAddress anywhere() {
        var random = ThreadLocalRandom.current();
        try {
            return InetAddress.getByAddress(new byte[] {
                127, (byte) random.nextInt(1, 255), (byte) random.nextInt(256), (byte) random.nextInt(1, 255)
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a node on this directory and returns at once. */
    static LiveNode begin(Path data, InetAddress address, String... more) throws IOException {
        var out = Files.createTempFile(data.getParent(), "node", ".out");
        var log = Files.createTempFile(data.getParent(), "node", ".log");
        var arguments = new ArrayList<>(List.of(
                "node", "--data=" + data, "--bind=" + address.getHostAddress(), "--tftp-port=" + TFTP, "--name=cm1"));
        arguments.addAll(List.of(more));
        var process = NodeJava.command("en", arguments)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        return new LiveNode(process, address, data, out, log);
    }

    /** Starts a node on this directory; it is ready when this returns. */
    static LiveNode start(Path data, String... more) throws IOException {
        return start(data, anywhere(), more);
    }

    static LiveNode start(Path data, InetAddress address, String... more) throws IOException {
        var node = begin(data, address, more);
        node.awaitLog("Keyline is ready");
        return node;
    }

    InetAddress address() {
        return address;
    }

    /** Waits until its log has this text. */
    void awaitLog(String text) throws IOException {
        await("\"" + text + "\" in its log", log -> log.contains(text));
    }

    private void await(String what, Predicate<String> isSo) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.test(log())) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("awaited " + what + ", but the node "
                        + (process.isAlive() ? "runs" : "has ended") + " and logged:\n" + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What it printed for its user. */
    String out() throws IOException {
        return Files.readString(out);
    }

    private String said() {
        try {
            return out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    Path data() {
        return data;
    }

    InetSocketAddress at(int port) {
        return new InetSocketAddress(address, port);
    }

    long pid() {
        return process.pid();
    }

    /** The generated password it printed. */
    String password() throws IOException {
        await("its first password", _ -> PASSWORD.matcher(said()).find());
        return PASSWORD.matcher(said()).results().findFirst().orElseThrow().group(1);
    }

    /** SIGTERM; its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return end();
    }

    /** SIGKILL: no last words. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    /** Waits for its end; its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the node did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
