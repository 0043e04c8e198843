package org.keyline.node;

import java.io.IOException;
import org.keyline.config.Configuration;
import org.keyline.node.service.LocationDesk;
import org.keyline.node.service.ServiceDesk;

/** The services of a node, and its locations, for whoever works on its directory. */
public final class ServicesBeside {
    private ServicesBeside() {}

    /** The services of the node that this directory is of. */
    public static ServiceDesk of(NodeDirectory directory, Configuration configuration) throws IOException {
        return of(
                directory,
                configuration,
                configuration.snapshots().current().nodes().keySet().stream()
                        .findFirst()
                        .orElseThrow(() -> new IOException("The configuration has no node")));
    }

    /** The services of the node of this name. */
    public static ServiceDesk of(NodeDirectory directory, Configuration configuration, String node) {
        return new ServiceDesk(directory.path(), door(directory), configuration, node);
    }

    /** What calls take of the locations of the node that runs on this directory. */
    public static LocationDesk locations(NodeDirectory directory) {
        return new LocationDesk(door(directory));
    }

    private static ServiceDesk.Door door(NodeDirectory directory) {
        return () -> RunningNode.on(directory).map(RunningNode::control);
    }
}
