package org.keyline.node.service;

import java.time.Instant;
import java.util.Optional;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.supervisor.ServiceStatus;
import org.keyline.serviceability.supervisor.ServiceStatus.State;

/**
 * A service as commands show it.
 *
 * @param id its name in commands
 * @param name its name
 * @param activated whether the node has it
 * @param state what it does now; stopped where no node runs
 * @param since when it came into this state; empty where no node runs
 * @param crashes how often it crashed or failed to start since the node started
 * @param reason why it failed last; empty if it did not
 */
public record ServiceLine(
        String id, String name, boolean activated, State state, Optional<Instant> since, int crashes, String reason) {
    static ServiceLine of(ServiceStatus status) {
        return new ServiceLine(
                NodeService.named(status.name()).map(NodeService::id).orElse(status.name()),
                status.name(),
                status.activated(),
                status.state(),
                Optional.of(status.since()),
                status.crashes(),
                status.reason());
    }

    /** A service of a node that does not run. */
    static ServiceLine asleep(NodeService service, boolean activated) {
        return new ServiceLine(service.id(), service.title(), activated, State.STOPPED, Optional.empty(), 0, "");
    }
}
