package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.server.NodeService;
import org.keyline.node.service.ServiceLine;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.supervisor.ServiceStatus.State;

/**
 * A service that must be active answers at its port (W1 steps 1 and 2, W17 step 1); it is activated and started when
 * that is wanted.
 *
 * @param id the step
 * @param service the service
 * @param parameter where its port is configured
 */
record ServiceStep(String id, NodeService service, String parameter) implements Step {
    @Override
    public List<String> needs() {
        return List.of("node");
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var line = here.service(service);
        if (!line.activated()) {
            return Seen.toDo("deactivated");
        }
        var running = here.running();
        var port = here.parameter(parameter);
        if (running.isPresent() && line.state() == State.STOPPED) {
            return Seen.toDo("stopped");
        }
        return running.isPresent() && Surroundings.isTaken(running.get().at(port))
                ? Seen.done("active", port)
                : Seen.needsYou("silent", port);
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        var line = here.service(service);
        if (!line.activated()) {
            order(ServiceOrder.ACTIVATE, here, talk);
        } else if (isStopped(here, line)) {
            order(ServiceOrder.START, here, talk);
        } else {
            talk.pause();
        }
    }

    private static boolean isStopped(Surroundings here, ServiceLine line) throws IOException {
        return here.running().isPresent() && line.state() == State.STOPPED;
    }

    private void order(ServiceOrder order, Surroundings here, Talk talk) throws Cancelled, IOException {
        if (talk.confirms("service." + order, service.title())) {
            here.services()
                    .carryOut(order, service)
                    .ifPresent(problem -> talk.sayLine(problem.text(talk.texts().locale())));
        }
    }
}
