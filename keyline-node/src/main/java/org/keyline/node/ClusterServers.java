package org.keyline.node;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.keyline.config.store.ConfigStore;
import org.keyline.ctl.ClusterServer;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.Node;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/** The servers of the cluster with their certificates, for the CTL file. */
public final class ClusterServers {
    private ClusterServers() {}

    /** Every configured node; a single node has the certificates of all in its own directory. */
    public static List<ClusterServer> of(ConfigStore store, NodeDirectory directory) throws IOException {
        var servers = new ArrayList<ClusterServer>();
        for (var object : store.list(Kinds.NODE)) {
            var node = new Node(object.text("name"), object.text("address"), object.number("ethernetPhonePort"));
            var identity = new NodeIdentity(
                    node.name(), List.of(InetAddress.getByName(node.address())), Identity.ORGANISATION);
            servers.add(ClusterServer.of(node, NodeCertificates.openOrCreate(directory.certificates(), identity)));
        }
        return servers;
    }
}
