package org.keyline.node;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.keyline.trust.certificate.NodeIdentity;

/** Who this node says it is. */
final class Identity {
    /** The organisation in its certificates. */
    static final String ORGANISATION = "Keyline";

    private Identity() {}

    static NodeIdentity of(NodeSettings settings) throws SocketException {
        return new NodeIdentity(settings.name(), List.of(address(settings.bind())), ORGANISATION);
    }

    /** The address under which phones reach a node bound to {@code bind}: itself, or the machine's first for all. */
    static InetAddress address(InetAddress bind) throws SocketException {
        if (!bind.isAnyLocalAddress()) {
            return bind;
        }
        return NetworkInterface.networkInterfaces()
                .filter(Identity::isUp)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .orElse(InetAddress.getLoopbackAddress());
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException _) {
            return false;
        }
    }
}
