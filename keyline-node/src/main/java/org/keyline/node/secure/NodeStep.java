package org.keyline.node.secure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyline.model.server.NodeService;
import org.keyline.node.RunningNode;
import org.keyline.serviceability.supervisor.ServiceStatus;

/** The node runs, and its services answer at their ports (W1 step 3). */
record NodeStep() implements Step {
    private static final int TLS_OFFSET = 443;
    /** Services that may be stopped or deactivated without hindering what follows, and where their ports are. */
    private static final Map<NodeService, String> OTHERS = Map.of(
            NodeService.CAPF, "enterprise.capfPhonePort",
            NodeService.TVS, "tvs.port",
            NodeService.CTL_PROVIDER, "ctlProvider.portNumber");

    @Override
    public String id() {
        return "node";
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var running = here.running();
        if (running.isEmpty()) {
            return Seen.needsYou("stopped", here.directory().path());
        }
        var open = open(here, running.get());
        var secure = secure(here);
        for (var port : open.entrySet()) {
            if (!Surroundings.answers(running.get().at(port.getValue()))) {
                return Seen.needsYou("silent", port.getKey(), port.getValue());
            }
        }
        for (var port : secure.entrySet()) {
            if (!Surroundings.isTaken(running.get().at(port.getValue()))) {
                return Seen.needsYou("silent", port.getKey(), port.getValue());
            }
        }
        return Seen.done("runs", running.get().address().getHostAddress(), open.size() + secure.size());
    }

    /** Ports that anybody may look at, by service. */
    private static Map<String, Integer> open(Surroundings here, RunningNode running) {
        var ports = new LinkedHashMap<String, Integer>();
        for (var node : here.snapshot().nodes().values()) {
            ports.put(NodeService.CALLMANAGER.title(), node.ethernetPhonePort());
        }
        ports.put(NodeService.TFTP.title() + " (HTTP)", running.httpFilesPort());
        ports.put("Web", running.webPort());
        return ports;
    }

    /** Ports that speak TLS with phones and CTL clients, by service; what is not wanted now need not answer. */
    private static Map<String, Integer> secure(Surroundings here) throws IOException {
        var ports = new LinkedHashMap<String, Integer>();
        for (var node : here.snapshot().nodes().values()) {
            ports.put(NodeService.CALLMANAGER.title() + " (TLS)", node.ethernetPhonePort() + TLS_OFFSET);
        }
        for (var other : OTHERS.entrySet()) {
            if (here.service(other.getKey()).state() != ServiceStatus.State.STOPPED) {
                ports.put(other.getKey().title(), here.parameter(other.getValue()));
            }
        }
        return ports;
    }
}
