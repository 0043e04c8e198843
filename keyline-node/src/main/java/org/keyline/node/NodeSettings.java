package org.keyline.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.keyline.trust.tls.TlsProfile;

/**
 * How a node is started; all else is configuration.
 *
 * @param data the directory of everything it keeps
 * @param bind the address its services listen on
 * @param name its name in the cluster and in its certificates
 * @param tftpPort UDP port of phone files, 69
 * @param httpFilesPort TCP port of the same files over HTTP, 6970
 * @param webPort TCP port of the web, 8443
 * @param metricsPort TCP port of the performance counters, 9100, on a loopback address
 * @param tls which TLS phones may speak
 */
public record NodeSettings(
        Path data,
        InetAddress bind,
        String name,
        int tftpPort,
        int httpFilesPort,
        int webPort,
        int metricsPort,
        TlsProfile tls) {
    /** This port on the node's address. */
    public InetSocketAddress on(int port) {
        return new InetSocketAddress(bind, port);
    }
}
