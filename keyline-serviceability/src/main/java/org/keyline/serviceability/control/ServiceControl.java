package org.keyline.serviceability.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.supervisor.ServiceStatus;
import org.keyline.serviceability.supervisor.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the orders of administrators to the services of this node. Orders to one service are carried out one
 * after the other, so that what is kept and what runs never differ. Thread-safe; blocks until the service is where it
 * was ordered to.
 */
public final class ServiceControl {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceControl.class);

    private final Supervisor supervisor;
    private final Activation activation;
    private final Map<NodeService, ReentrantLock> locks = new EnumMap<>(NodeService.class);

    /**
     * Control of the services that {@code supervisor} runs.
     *
     * @param activation where it is kept which services this node has
     */
    public ServiceControl(Supervisor supervisor, Activation activation) {
        this.supervisor = supervisor;
        this.activation = activation;
        for (var service : NodeService.values()) {
            locks.put(service, new ReentrantLock());
        }
    }

    /** The state of every service, in the order in which they start. */
    public List<ServiceStatus> services() {
        return supervisor.status();
    }

    /** The state of a service. */
    public ServiceStatus status(NodeService service) {
        return supervisor.status(service.title());
    }

    /** Whether this node has the service. */
    public boolean isActivated(NodeService service) {
        return status(service).activated();
    }

    /** What forbids this node to have the service. */
    public Optional<ServiceProblem> obstacle(NodeService service) {
        return activation.obstacle(service);
    }

    /**
     * Does it; a service that is already where it shall be is left alone.
     *
     * @param administrator who wants it
     * @return why it was not done, or done only in part
     */
    public Optional<ServiceProblem> carryOut(ServiceOrder order, NodeService service, String administrator) {
        var lock = Objects.requireNonNull(locks.get(service));
        lock.lock();
        try {
            LOG.atInfo()
                    .addKeyValue("order", order.word())
                    .addKeyValue("service", service.title())
                    .addKeyValue("administrator", administrator)
                    .log("Order to a service");
            return switch (order) {
                case START -> start(service);
                case STOP -> stop(service);
                case RESTART -> restart(service);
                case ACTIVATE -> activate(service, administrator);
                case DEACTIVATE -> deactivate(service, administrator);
            };
        } finally {
            lock.unlock();
        }
    }

    private Optional<ServiceProblem> start(NodeService service) {
        return isActivated(service) ? told(service, supervisor.start(service.title())) : deactivated(service);
    }

    private Optional<ServiceProblem> restart(NodeService service) {
        return isActivated(service) ? told(service, supervisor.restart(service.title())) : deactivated(service);
    }

    private Optional<ServiceProblem> stop(NodeService service) {
        supervisor.stop(service.title());
        return Optional.empty();
    }

    private Optional<ServiceProblem> activate(NodeService service, String administrator) {
        var obstacle = activation.obstacle(service);
        if (obstacle.isPresent() || isActivated(service)) {
            return obstacle;
        }
        activation.keep(service, true, administrator);
        return told(service, supervisor.activate(service.title()));
    }

    private Optional<ServiceProblem> deactivate(NodeService service, String administrator) {
        if (!service.isFeature()) {
            return Optional.of(ServiceProblem.of(Reason.ALWAYS_ACTIVATED, service.title()));
        }
        if (isActivated(service)) {
            activation.keep(service, false, administrator);
            supervisor.deactivate(service.title());
        }
        return Optional.empty();
    }

    private static Optional<ServiceProblem> told(NodeService service, Optional<String> failure) {
        return failure.map(reason -> ServiceProblem.of(Reason.NOT_STARTED, service.title(), reason));
    }

    private static Optional<ServiceProblem> deactivated(NodeService service) {
        return Optional.of(ServiceProblem.of(Reason.DEACTIVATED, service.title(), service.id()));
    }
}
