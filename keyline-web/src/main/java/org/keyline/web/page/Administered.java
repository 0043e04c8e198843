package org.keyline.web.page;

import org.keyline.config.Configuration;
import org.keyline.processing.view.DeviceControl;

/**
 * What administrators change.
 *
 * @param configuration the configuration and what is known of phones' certificates
 * @param devices what can be done to registered devices
 */
public record Administered(Configuration configuration, DeviceControl devices) {}
