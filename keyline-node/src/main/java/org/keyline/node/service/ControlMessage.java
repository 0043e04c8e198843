package org.keyline.node.service;

import java.util.List;
import java.util.Optional;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import tools.jackson.databind.json.JsonMapper;

/** What goes through the control socket: one line of JSON each way. */
final class ControlMessage {
    /** The longest line a node reads, in bytes. */
    static final int LONGEST = 64 * 1024;

    /** The longest line a node answers, in bytes: room for all services, or for tens of thousands of locations. */
    static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ControlMessage() {}

    /** What a command wants to know. */
    enum Question {
        SERVICES,
        LOCATIONS
    }

    /**
     * What a command wants.
     *
     * @param question what it wants to know
     * @param order the order that comes before, if any
     * @param service the service it is for
     * @param by who gives it
     */
    record Request(Question question, Optional<ServiceOrder> order, Optional<NodeService> service, String by) {
        static Request of(Question question) {
            return new Request(question, Optional.empty(), Optional.empty(), "");
        }

        static Request of(ServiceOrder order, NodeService service, String by) {
            return new Request(Question.SERVICES, Optional.of(order), Optional.of(service), by);
        }
    }

    /**
     * What the node answers.
     *
     * @param services how the services stand now, if that was the question
     * @param locations how the locations stand now, if that was the question
     * @param problem why an order was not carried out
     */
    record Answer(List<ServiceLine> services, List<LocationLine> locations, Optional<ServiceProblem> problem) {}
}
