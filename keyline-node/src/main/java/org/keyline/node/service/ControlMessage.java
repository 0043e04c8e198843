package org.keyline.node.service;

import java.util.List;
import java.util.Optional;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import tools.jackson.databind.json.JsonMapper;

/** What goes through the control socket: one line of JSON each way. */
final class ControlMessage {
    /** The longest line; all services with their reasons fit well. */
    static final int LONGEST = 64 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ControlMessage() {}

    /**
     * What a command wants.
     *
     * @param order the order; none asks for the services
     * @param service the service it is for
     * @param by who gives it
     */
    record Request(Optional<ServiceOrder> order, Optional<NodeService> service, String by) {}

    /**
     * What the node answers.
     *
     * @param services how the services stand now
     * @param problem why an order was not carried out
     */
    record Answer(List<ServiceLine> services, Optional<ServiceProblem> problem) {}
}
