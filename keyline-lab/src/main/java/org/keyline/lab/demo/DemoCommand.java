package org.keyline.lab.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.files.TftpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a server from nothing, two phones from nothing, and an encrypted call between them. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Play an encrypted call between two phones, from nothing.")
public final class DemoCommand implements Callable<Integer> {
    private static final List<Integer> PORTS = List.of(2000, 2443, 2444, 3804, 6970, 8443);
    private static final int READY_SECONDS = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--once", description = "Stop at the end.")
    private boolean once;

    @Option(names = "--data", description = "The server's directory, which stays; without it a temporary one.")
    private @Nullable Path data;

    @Option(names = "--address", description = "The loopback address it all happens on (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--tftp-port", description = "UDP port of phone files (default: ${DEFAULT-VALUE}).")
    private int tftpPort = 6969;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var narrator = new Narrator(spec.commandLine().getOut(), DemoTexts.ofTerminal());
        try {
            play(narrator);
            return 0;
        } catch (DemoTrouble trouble) {
            narrator.say("failed", String.valueOf(trouble.getMessage()));
            return 1;
        }
    }

    private void play(Narrator narrator) throws IOException, InterruptedException, DemoTrouble {
        narrator.line(narrator.texts().text("title"));
        for (int port : PORTS) {
            requireFree(narrator.texts(), port);
        }
        var directory = data == null ? Files.createTempDirectory("keyline-demo") : Files.createDirectories(data);
        narrator.say("node.starting", directory);
        var arguments =
                List.of("node", "--data=" + directory.resolve("node"), "--bind=" + address, "--tftp-port=" + tftpPort);
        try (var node = NodeProcess.start(narrator.texts(), directory, arguments)) {
            try {
                play(narrator, node, directory);
            } catch (AssertionError awaited) {
                narrator.line(String.valueOf(awaited.getMessage()));
                throw new DemoTrouble(narrator.texts().text("log", node.log()));
            }
        }
    }

    private void play(Narrator narrator, NodeProcess node, Path directory)
            throws IOException, InterruptedException, DemoTrouble {
        var tftp = new InetSocketAddress(address, tftpPort);
        var tokens = Tokens.make(node, directory);
        awaitReady(narrator, node, tftp);
        setUp(narrator, node, directory, tokens);
        try (var call = new DemoCall(narrator, tftp)) {
            call.play();
            showWhere(narrator, node);
            if (data == null) {
                node.leavesNothing(directory);
            }
            if (!once) {
                narrator.line(narrator.texts().text("running"));
                new CountDownLatch(1).await();
            }
        }
        narrator.line(narrator.texts().text("done", narrator.seconds()));
    }

    private void requireFree(DemoTexts texts, int port) throws DemoTrouble {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            probe.setReuseAddress(true);
        } catch (IOException _) {
            throw new DemoTrouble(texts.text("port.taken", port, address));
        }
    }

    /** The server is ready when it answers a phone: with a file, or by saying that there is none. */
    private void awaitReady(Narrator narrator, NodeProcess node, InetSocketAddress tftp)
            throws DemoTrouble, InterruptedException {
        var files = new TftpClient(tftp, TftpOptions.NONE, Duration.ofMillis(20));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (files.fetch("CTLFile.tlv") instanceof FileAnswer.Silent) {
            if (!node.isAlive() || System.nanoTime() > deadline) {
                narrator.line(narrator.texts().text("log", node.log()));
                throw new DemoTrouble(narrator.texts().text("silent", READY_SECONDS));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        narrator.say("node.ready", tftpPort);
    }

    private static void setUp(Narrator narrator, NodeProcess node, Path directory, Tokens tokens)
            throws IOException, InterruptedException, DemoTrouble {
        var nodeData = "--data=" + directory.resolve("node");
        var file = directory.resolve("phones.yaml");
        Files.writeString(file, DemoCall.CONFIGURATION);
        node.tool("config", "import", nodeData, file.toString());
        narrator.say("config.imported");
        tokens.await();
        narrator.say("tokens.made");
        node.tool(
                "ctl",
                "update",
                nodeData,
                "--mode=mixed",
                "--token=" + tokens.first(),
                "--token=" + tokens.second(),
                "--password-file=" + tokens.password());
        narrator.say("ctl.signed");
    }

    private void showWhere(Narrator narrator, NodeProcess node) throws IOException {
        narrator.line("");
        narrator.line(narrator.texts().text("page", "https://" + address + ":8443/"));
        node.output().forEach(narrator::line);
    }
}
