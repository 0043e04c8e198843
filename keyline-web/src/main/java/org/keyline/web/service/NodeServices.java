package org.keyline.web.service;

import org.keyline.serviceability.control.ServiceControl;

/**
 * The services of the server these pages are of.
 *
 * @param server its name in the configuration
 * @param control carries out orders to its services
 */
public record NodeServices(String server, ServiceControl control) {}
