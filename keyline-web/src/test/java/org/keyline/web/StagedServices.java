package org.keyline.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.control.Activation;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.serviceability.supervisor.Supervisor;

/** Services that only say whether they run. */
final class StagedServices implements Activation {
    private final Set<NodeService> activated = ConcurrentHashMap.newKeySet();

    private StagedServices() {
        activated.addAll(Arrays.asList(NodeService.values()));
    }

    /** All services, none of them running yet. */
    static ServiceControl control() {
        var clock = Clock.systemUTC();
        var supervisor = new Supervisor(clock, new AlarmLog(clock), Duration.ofSeconds(60));
        for (var service : NodeService.values()) {
            supervisor.add(new Quiet(service.title()));
        }
        return new ServiceControl(supervisor, new StagedServices());
    }

    private record Quiet(String name) implements Service {
        @Override
        public void start() {
            // nothing to open
        }

        @Override
        public void stop() {
            // nothing to close
        }
    }

    @Override
    public boolean isActivated(NodeService service) {
        return activated.contains(service);
    }

    @Override
    public Optional<ServiceProblem> obstacle(NodeService service) {
        return Optional.empty();
    }

    @Override
    public void keep(NodeService service, boolean isActivated, String administrator) {
        if (isActivated) {
            activated.add(service);
        } else {
            activated.remove(service);
        }
    }
}
