package org.keyline.sccp.station;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.sccp.codec.message.ServerConfiguration.ServerRes;
import org.keyline.sccp.codec.message.ServerConfiguration.ServerRes.Server;
import org.keyline.sccp.codec.wire.MediaAddress;

/**
 * The servers a phone may register with, in the order of its CallManager group (ServerRes). Addresses are looked up in
 * the background, since a name server may be slow; until one is known the phone gets the name alone.
 */
public final class ServerList {
    private static final int MOST = 5;

    private final Map<String, MediaAddress> addresses = new ConcurrentHashMap<>();

    /** The answer for a phone of {@code pool} whose connection is protected as {@code transport}. */
    public ServerRes of(ConfigSnapshot snapshot, DevicePool pool, SecurityClass transport) {
        var servers = new ArrayList<Server>();
        for (var name : nodes(snapshot, pool)) {
            var node = snapshot.nodes().get(name);
            if (node != null && servers.size() < MOST) {
                servers.add(new Server(node.address(), port(node, transport), address(node.address())));
            }
        }
        return new ServerRes(servers);
    }

    private static List<String> nodes(ConfigSnapshot snapshot, DevicePool pool) {
        return Optional.ofNullable(snapshot.callManagerGroups().get(pool.callManagerGroup()))
                .map(CallManagerGroup::nodes)
                .orElse(List.of());
    }

    private static int port(Node node, SecurityClass transport) {
        return transport == SecurityClass.NON_SECURE ? node.ethernetPhonePort() : node.securedPhonePort();
    }

    private MediaAddress address(String name) {
        var literal = NetUtil.createInetAddressFromIpAddressString(name);
        if (literal != null) {
            return MediaAddress.of(literal);
        }
        var known = addresses.get(name);
        if (known == null) {
            addresses.put(name, MediaAddress.NONE);
            Thread.ofVirtual().name("resolve " + name).start(() -> resolve(name));
            return MediaAddress.NONE;
        }
        return known;
    }

    private void resolve(String name) {
        try {
            addresses.put(name, MediaAddress.of(InetAddress.getByName(name)));
        } catch (UnknownHostException unknown) {
            addresses.remove(name);
        }
    }
}
