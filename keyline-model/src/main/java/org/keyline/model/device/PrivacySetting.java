package org.keyline.model.device;

/** Whether the user of a phone keeps their calls from others who have the same line. */
public enum PrivacySetting {
    /** As the service parameter Privacy Setting says. */
    DEFAULT,
    ON,
    OFF
}
