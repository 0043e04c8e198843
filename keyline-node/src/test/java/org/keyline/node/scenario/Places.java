package org.keyline.node.scenario;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.keyline.node.NodeSettings;
import org.keyline.trust.tls.TlsProfile;

/** Where a node of a test listens: the usual ports on a loopback address of its own. */
final class Places {
    private static final int TFTP = 69;
    private static final int UNPRIVILEGED_TFTP = 6969;

    private Places() {}

    /** An address nobody else uses. */
    static InetAddress address() {
        var random = ThreadLocalRandom.current();
        try {
            return InetAddress.getByAddress(new byte[] {
                127, (byte) random.nextInt(1, 255), (byte) random.nextInt(256), (byte) random.nextInt(1, 255)
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Port 69 where this user may open it. */
    static int tftpPort(InetAddress address) {
        try (var probe = new DatagramSocket(new InetSocketAddress(address, TFTP))) {
            return probe.getLocalPort();
        } catch (IOException _) {
            return UNPRIVILEGED_TFTP;
        }
    }

    static NodeSettings settings(Path data, TlsProfile tls) {
        return settings(data, "cm1", tls);
    }

    static NodeSettings settings(Path data, String name, TlsProfile tls) {
        var address = address();
        return new NodeSettings(data, address, name, tftpPort(address), 6970, 8443, 9100, tls);
    }
}
