package org.keyline.node;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;
import org.keyline.trust.tls.TlsProfile;

/**
 * How the node that runs on a directory was started, for commands beside it; what is configured is not repeated here.
 *
 * @param address where it is reached from this machine
 * @param httpFilesPort TCP port of phone files
 * @param webPort TCP port of the web
 * @param metrics where its performance counters are shown
 * @param tls which TLS phones may speak
 * @param control the socket at which it takes orders to its services
 */
public record RunningNode(
        InetAddress address, int httpFilesPort, int webPort, InetSocketAddress metrics, TlsProfile tls, Path control) {
    private static final String FILE = "running";

    /** Tells how the node of {@code settings} was started. */
    static void tell(NodeDirectory directory, NodeSettings settings, Path control) throws IOException {
        var facts = new Properties();
        facts.setProperty("address", reached(settings.bind()).getHostAddress());
        facts.setProperty("httpFilesPort", String.valueOf(settings.httpFilesPort()));
        facts.setProperty("webPort", String.valueOf(settings.webPort()));
        var metrics = NodeCounters.place(settings);
        facts.setProperty("metricsAddress", metrics.getAddress().getHostAddress());
        facts.setProperty("metricsPort", String.valueOf(metrics.getPort()));
        facts.setProperty("tls", settings.tls().name());
        facts.setProperty("control", control.toString());
        var text = new StringWriter();
        facts.store(text, null);
        AtomicFile.write(place(directory), text.toString().getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
    }

    /** The node that runs on this directory now; empty where none does. */
    public static Optional<RunningNode> on(NodeDirectory directory) throws IOException {
        if (!directory.isInUse() || !Files.exists(place(directory))) {
            return Optional.empty();
        }
        var facts = new Properties();
        facts.load(new StringReader(Files.readString(place(directory))));
        try {
            return Optional.of(new RunningNode(
                    InetAddress.ofLiteral(facts.getProperty("address", "")),
                    Integer.parseInt(facts.getProperty("httpFilesPort", "")),
                    Integer.parseInt(facts.getProperty("webPort", "")),
                    new InetSocketAddress(
                            InetAddress.ofLiteral(facts.getProperty("metricsAddress", "")),
                            Integer.parseInt(facts.getProperty("metricsPort", ""))),
                    TlsProfile.valueOf(facts.getProperty("tls", "")),
                    Path.of(facts.getProperty("control", ""))));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(place(directory) + " is damaged; it is made anew when the node starts", damaged);
        }
    }

    /** A port of it. */
    public InetSocketAddress at(int port) {
        return new InetSocketAddress(address, port);
    }

    private static InetAddress reached(InetAddress bind) {
        return bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
    }

    private static Path place(NodeDirectory directory) {
        return directory.path().resolve(FILE);
    }
}
