package org.keyline.model.server;

/**
 * A server of the cluster.
 *
 * @param name its name, also the host name in its certificates
 * @param address the name or address under which phones reach it (processNodeName)
 * @param ethernetPhonePort the SCCP port; the TLS port is this + 443 (2000 and 2443)
 */
public record Node(String name, String address, int ethernetPhonePort) {
    /** The secure SCCP port: always the phone port + 443. */
    public int securedPhonePort() {
        return ethernetPhonePort + 443;
    }
}
