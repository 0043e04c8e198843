package org.keyline.node.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.model.server.NodeService;
import org.keyline.node.service.ControlMessage.Question;
import org.keyline.node.service.ControlMessage.Request;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.supervisor.ServiceStatus.State;

/**
 * The services of the node on a directory for commands beside it: asks the node where it runs, and its database where
 * it does not. Calls block.
 *
 * @param directory the node's directory
 * @param door where it takes orders
 * @param configuration its configuration
 * @param node its name
 */
public record ServiceDesk(Path directory, Door door, Configuration configuration, String node) {
    /** Tells where a node takes orders. */
    public interface Door {
        /** The control socket of the node that runs; empty where none does. */
        Optional<Path> find() throws IOException;
    }

    /** How every service stands. */
    public List<ServiceLine> services() throws IOException {
        var running = door.find();
        return running.isPresent()
                ? ControlClient.ask(running.get(), Request.of(Question.SERVICES))
                        .services()
                : Arrays.stream(NodeService.values())
                        .map(service -> ServiceLine.asleep(service, activation().isActivated(service)))
                        .toList();
    }

    private NodeActivation activation() {
        return new NodeActivation(configuration, node);
    }

    /** Whether it serves: it runs, or would on a node that does not run. */
    public boolean serves(NodeService service) throws IOException {
        var isAwake = door.find().isPresent();
        return services().stream()
                .filter(line -> line.id().equals(service.id()))
                .anyMatch(line -> isAwake ? line.state() == State.RUNNING : line.activated());
    }

    /**
     * Does it; on a node that does not run, only activation can be changed.
     *
     * @return why it was not done
     */
    public Optional<ServiceProblem> carryOut(ServiceOrder order, NodeService service) throws IOException {
        var by = System.getProperty("user.name", "console");
        var running = door.find();
        if (running.isPresent()) {
            return ControlClient.ask(running.get(), Request.of(order, service, by))
                    .problem();
        }
        return switch (order) {
            case START, STOP, RESTART -> Optional.of(ServiceProblem.of(Reason.ASLEEP, directory.toString()));
            case ACTIVATE, DEACTIVATE -> keep(order, service, by);
        };
    }

    private Optional<ServiceProblem> keep(ServiceOrder order, NodeService service, String by) {
        var activated = order == ServiceOrder.ACTIVATE;
        if (!activated && !service.isFeature()) {
            return Optional.of(ServiceProblem.of(Reason.ALWAYS_ACTIVATED, service.title()));
        }
        var obstacle = activated ? activation().obstacle(service) : Optional.<ServiceProblem>empty();
        if (obstacle.isEmpty() && activation().isActivated(service) != activated) {
            activation().keep(service, activated, by);
        }
        return obstacle;
    }
}
