package org.keyline.serviceability.control;

import java.util.Optional;
import org.keyline.model.server.NodeService;

/** Which services a node has: kept over restarts. Calls may block. */
public interface Activation {
    /** Whether this node has the service. */
    boolean isActivated(NodeService service);

    /** What forbids this node to have the service, whatever anybody wants. */
    Optional<ServiceProblem> obstacle(NodeService service);

    /**
     * Keeps whether this node has the service, and whatever goes with that.
     *
     * @param administrator who wants it
     */
    void keep(NodeService service, boolean activated, String administrator);
}
