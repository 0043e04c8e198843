package org.keyline.web.service;

import org.keyline.model.server.NodeService;

/**
 * A service with its check box.
 *
 * @param service the service
 * @param activated whether this server has it
 * @param obstacle why it cannot have it; empty where it can
 */
public record ActivationRow(NodeService service, boolean activated, String obstacle) {}
