package org.keyline.node.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keyline.node.service.ControlMessage.Question;
import org.keyline.node.service.ControlMessage.Request;

/**
 * What calls take of the bandwidth of locations, for commands beside a node: only one that runs knows. Calls block.
 *
 * @param door where the node answers
 */
public record LocationDesk(ServiceDesk.Door door) {
    /** Every location that is configured or in use, by name; empty where no node runs. */
    public Optional<List<LocationLine>> uses() throws IOException {
        var running = door.find();
        return running.isPresent()
                ? Optional.of(ControlClient.ask(running.get(), Request.of(Question.LOCATIONS))
                        .locations())
                : Optional.empty();
    }
}
