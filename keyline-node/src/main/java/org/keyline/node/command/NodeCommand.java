package org.keyline.node.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.KeylineNode;
import org.keyline.node.NodeSettings;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a server until it is told to stop. */
@Command(name = "node", mixinStandardHelpOptions = true)
public final class NodeCommand implements Callable<Integer> {
    private static final int LONGEST_START_SECONDS = 60;

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR")
    private Path data = Path.of("data");

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "0.0.0.0")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "")
    private String name = "";

    @Option(names = "--tftp-port", paramLabel = "PORT", defaultValue = "69")
    private int tftpPort;

    @Option(names = "--http-files-port", paramLabel = "PORT", defaultValue = "6970")
    private int httpFilesPort;

    @Option(names = "--web-port", paramLabel = "PORT", defaultValue = "8443")
    private int webPort;

    @Option(names = "--metrics-port", paramLabel = "PORT", defaultValue = "9100")
    private int metricsPort;

    @Option(names = "--legacy-tls")
    private boolean legacyTls;

    @Override
    public Integer call() throws Exception {
        requirePorts();
        if (legacyTls) {
            LegacyAlgorithms.enable();
        }
        var profile = legacyTls ? TlsProfile.LEGACY_PHONE : TlsProfile.MODERN;
        var settings = new NodeSettings(
                data.toAbsolutePath().normalize(),
                bind,
                hostName(),
                tftpPort,
                httpFilesPort,
                webPort,
                metricsPort,
                profile);
        show(start(settings).takeFirstPassword());
        new CountDownLatch(1).await();
        return 0;
    }

    /** Who asks it to stop, even while it starts, has it stopped cleanly. */
    private static KeylineNode start(NodeSettings settings) throws IOException, GeneralSecurityException {
        var started = new CompletableFuture<KeylineNode>();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(started)));
        try {
            var node = KeylineNode.start(settings);
            started.complete(node);
            return node;
        } finally {
            // Without effect once it has started.
            started.cancel(false);
        }
    }

    private static void stop(CompletableFuture<KeylineNode> started) {
        try {
            started.get(LONGEST_START_SECONDS, TimeUnit.SECONDS).close();
            // Java would end with 143 after SIGTERM; whoever asked for a clean stop shall see that it was one.
            Runtime.getRuntime().halt(0);
        } catch (CancellationException | ExecutionException | TimeoutException _) {
            // There is nothing to stop: the process ends as it is.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Optional<Secret> first) throws IOException {
        if (first.isEmpty()) {
            return;
        }
        System.out.println(CommandTexts.text("node.first.0"));
        System.out.println(CommandTexts.text("node.first.1", FirstAdministrator.NAME));
        try (var password = first.get()) {
            Password.print(CommandTexts.text("node.first.2", ""), password);
        }
        System.out.println(CommandTexts.text("node.first.3", page()));
    }

    private String page() {
        var host = bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
        return "https://" + PortUnavailable.text(new InetSocketAddress(host, webPort)) + "/";
    }

    private void requirePorts() {
        for (var port : List.of(tftpPort, httpFilesPort, webPort, metricsPort)) {
            if (port < 0 || port > 0xFFFF) {
                throw new ParameterException(spec.commandLine(), CommandTexts.text("node.badport", port));
            }
        }
    }

    /** A name that is none in the sense of RFC 1123 ends a TLS handshake before it has begun (HT9-04). */
    private String hostName() throws UnknownHostException {
        var host = name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
        if (!HOST_NAME.matcher(host).matches()) {
            throw new ParameterException(spec.commandLine(), CommandTexts.text("node.badname", host));
        }
        return host;
    }
}
