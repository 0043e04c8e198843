package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;

/**
 * A service that must be active answers at its port (W1 steps 1 and 2, W17 step 1).
 *
 * @param id the step
 * @param parameter where its port is configured
 */
record ServiceStep(String id, String parameter) implements Step {
    @Override
    public List<String> needs() {
        return List.of("node");
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var running = here.running();
        var port = here.parameter(parameter);
        return running.isPresent() && Surroundings.isTaken(running.get().at(port))
                ? Seen.done("active", port)
                : Seen.needsYou("silent", port);
    }
}
