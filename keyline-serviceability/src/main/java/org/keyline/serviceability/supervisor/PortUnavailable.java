package org.keyline.serviceability.supervisor;

import java.io.IOException;
import java.io.Serial;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A port that could not be opened. The message names the port and says what mends it; nothing else need be shown. */
public final class PortUnavailable extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /**
     * A port that the system refused.
     *
     * @param port what it is for, as in logs: {@code SCCP}
     * @param address where it should have been
     * @param cause what the system said, where it said something
     */
    public PortUnavailable(String port, InetSocketAddress address, @Nullable Throwable cause) {
        super("%s cannot listen on %s: %s".formatted(port, text(address), reason(address.getPort(), cause)), cause);
    }

    /** An address as logs show it: {@code 192.0.2.1:2000}, {@code [2001:db8::1]:2000}. */
    public static String text(InetSocketAddress address) {
        var host = address.getAddress();
        var text = host == null ? address.getHostString() : host.getHostAddress();
        return (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + address.getPort();
    }

    private static String reason(int port, @Nullable Throwable cause) {
        var said = said(cause);
        if (said.contains("in use")) {
            return "another program has this port. Find it with `ss -lnptu sport = :" + port
                    + "` and stop it, or start this node on another address or port";
        }
        if (said.contains("enied")) {
            return "this user may not open it" + (port < FIRST_UNPRIVILEGED_PORT ? privileged() : "");
        }
        if (said.contains("assign")) {
            return "this machine has no such address. Start the node with one that `ip address` lists";
        }
        return said;
    }

    /** What the system itself said: the innermost cause. */
    private static String said(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "the attempt was given up";
            case Throwable outer when outer.getCause() != null -> said(outer.getCause());
            case Throwable inmost -> String.valueOf(inmost.getMessage());
        };
    }

    private static String privileged() {
        return ". Ports below " + FIRST_UNPRIVILEGED_PORT + " need a right: give Java the capability"
                + " CAP_NET_BIND_SERVICE, or choose a port from " + FIRST_UNPRIVILEGED_PORT
                + " up and let the DHCP server or a redirection name it";
    }
}
