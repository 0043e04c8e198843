package org.keyline.node;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.keyline.config.Configuration;
import org.keyline.ctl.ClusterServer;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.Node;
import org.keyline.model.server.NodeService;
import org.keyline.node.service.NodeActivation;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/** The servers of the cluster with their certificates, for the CTL file. */
public final class ClusterServers {
    private ClusterServers() {}

    /**
     * Every configured node, with its CAPF where that serves; a single node has the certificates of all in its own
     * directory.
     */
    public static List<ClusterServer> of(Configuration configuration, NodeDirectory directory) throws IOException {
        var servers = new ArrayList<ClusterServer>();
        for (var object : configuration.store().list(Kinds.NODE)) {
            var node = new Node(object.text("name"), object.text("address"), object.number("ethernetPhonePort"));
            var identity = new NodeIdentity(
                    node.name(), List.of(InetAddress.getByName(node.address())), Identity.ORGANISATION);
            var server = ClusterServer.of(node, NodeCertificates.openOrCreate(directory.certificates(), identity));
            servers.add(servesCapf(configuration, directory, node) ? server : server.withoutCapf());
        }
        return servers;
    }

    private static boolean servesCapf(Configuration configuration, NodeDirectory directory, Node node)
            throws IOException {
        return new NodeActivation(configuration, node.name()).isActivated(NodeService.CAPF)
                && ServicesBeside.of(directory, configuration, node.name()).serves(NodeService.CAPF);
    }
}
