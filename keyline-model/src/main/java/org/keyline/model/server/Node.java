package org.keyline.model.server;

import java.util.Optional;
import org.keyline.model.dial.NumberRange;

/**
 * A server of the cluster.
 *
 * @param name its name, also the host name in its certificates
 * @param address the name or address under which phones reach it (processNodeName)
 * @param ethernetPhonePort the SCCP port; the TLS port is this + 443 (2000 and 2443)
 * @param autoRegistration the numbers it gives to phones that register themselves; empty where none may
 */
public record Node(String name, String address, int ethernetPhonePort, Optional<NumberRange> autoRegistration) {
    /** A node at which no phone registers itself. */
    public Node(String name, String address, int ethernetPhonePort) {
        this(name, address, ethernetPhonePort, Optional.empty());
    }

    /** The secure SCCP port: always the phone port + 443. */
    public int securedPhonePort() {
        return ethernetPhonePort + 443;
    }
}
