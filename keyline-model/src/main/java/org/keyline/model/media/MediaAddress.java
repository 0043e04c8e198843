package org.keyline.model.media;

import java.net.InetAddress;

/** Where RTP is received: an address and a UDP port 1 to 65535. */
public record MediaAddress(InetAddress ip, int port) {
    public MediaAddress {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A media port is 1 to 65535: " + port);
        }
    }

    @Override
    public String toString() {
        return ip.getHostAddress() + ":" + port;
    }
}
