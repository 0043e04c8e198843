package org.keyline.processing.view;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.security.SecurityClass;

/**
 * A registered device.
 *
 * @param device its name
 * @param model what it is
 * @param peer where it connects from
 * @param security how it registered
 * @param since when it registered
 * @param protocolVersion the protocol version it offered
 * @param load the firmware it said it runs; may be empty
 */
public record RegisteredDevice(
        DeviceName device,
        PhoneModel model,
        InetSocketAddress peer,
        SecurityClass security,
        Instant since,
        int protocolVersion,
        String load) {}
