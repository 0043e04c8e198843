package org.keyline.lab.trust;

import java.net.InetSocketAddress;

/**
 * A CAPF session the phone has begun, as its flash remembers it until the operation is over: after a power failure the
 * phone goes by it when it gets no new configuration.
 *
 * @param server where CAPF is
 * @param mode the authentication mode of the configuration file, 1 to 4
 */
public record PendingEnrolment(InetSocketAddress server, int mode) {}
