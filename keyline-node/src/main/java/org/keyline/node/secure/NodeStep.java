package org.keyline.node.secure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyline.node.RunningNode;

/** The node runs, and its services answer at their ports (W1 step 3). */
record NodeStep() implements Step {
    private static final int TLS_OFFSET = 443;

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
            ports.put("Cisco CallManager", node.ethernetPhonePort());
        }
        ports.put("Cisco Tftp (HTTP)", running.httpFilesPort());
        ports.put("Web", running.webPort());
        return ports;
    }

    /** Ports that speak TLS with phones and CTL clients, by service. */
    private static Map<String, Integer> secure(Surroundings here) {
        var ports = new LinkedHashMap<String, Integer>();
        for (var node : here.snapshot().nodes().values()) {
            ports.put("Cisco CallManager (TLS)", node.ethernetPhonePort() + TLS_OFFSET);
        }
        ports.put("Cisco Certificate Authority Proxy Function", here.parameter("enterprise.capfPhonePort"));
        ports.put("Cisco Trust Verification Service", here.parameter("tvs.port"));
        ports.put("Cisco CTL Provider", here.parameter("ctlProvider.portNumber"));
        return ports;
    }
}
