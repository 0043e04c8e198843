package org.keyline.node.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.KeylineNode;
import org.keyline.node.NodeSettings;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server until it is told to stop. */
@Command(name = "node", mixinStandardHelpOptions = true)
public final class NodeCommand implements Callable<Integer> {
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

    @Option(names = "--legacy-tls")
    private boolean legacyTls;

    @Override
    public Integer call() throws Exception {
        if (legacyTls) {
            LegacyAlgorithms.enable();
        }
        var profile = legacyTls ? TlsProfile.LEGACY_PHONE : TlsProfile.MODERN;
        var settings = new NodeSettings(
                data.toAbsolutePath().normalize(), bind, hostName(), tftpPort, httpFilesPort, webPort, profile);
        var stopped = new CountDownLatch(1);
        var node = KeylineNode.start(settings);
        node.takeFirstPassword().ifPresent(NodeCommand::show);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            node.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }

    private static void show(String password) {
        System.out.println(CommandTexts.text("node.first.0"));
        System.out.println(CommandTexts.text("node.first.1", FirstAdministrator.NAME));
        System.out.println(CommandTexts.text("node.first.2", password));
    }

    private String hostName() throws UnknownHostException {
        return name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
    }
}
