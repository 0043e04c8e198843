package org.keyline.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds an address of this machine's own where a node may have all its usual ports. */
final class LoopbackAddress {
    private static final int[] PORTS = {2000, 2443, 2444, 3804, 6970, 8443};
    private static final int LAST = 250;

    private LoopbackAddress() {}

    /** The first of 127.73.0.1 to 127.73.0.250 where nobody listens. */
    static InetAddress free() throws IOException {
        for (int last = 1; last <= LAST; last++) {
            var address = InetAddress.getByAddress(new byte[] {127, 73, 0, (byte) last});
            if (isFree(address)) {
                return address;
            }
        }
        throw new IOException("Every address from 127.73.0.1 to 127.73.0." + LAST + " has a port in use");
    }

    private static boolean isFree(InetAddress address) {
        for (int port : PORTS) {
            try (var probe = new ServerSocket(port, 1, address)) {
                probe.setReuseAddress(true);
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
