package org.keyline.sccp;

import java.net.InetAddress;
import org.keyline.model.server.Node;
import org.keyline.transport.ConnectionLimits;

/**
 * Where SCCP is served.
 *
 * @param address the address to bind
 * @param plain the TCP port, 0 for any
 * @param secure the TLS port, 0 for any; always the phone port + 443 for real phones, which are told only the former
 * @param limits what each port bears
 */
public record SccpPorts(InetAddress address, int plain, int secure, ConnectionLimits limits) {
    /** The ports of {@code node} at {@code address}. */
    public static SccpPorts of(Node node, InetAddress address) {
        return new SccpPorts(address, node.ethernetPhonePort(), node.securedPhonePort(), ConnectionLimits.SIGNALLING);
    }
}
