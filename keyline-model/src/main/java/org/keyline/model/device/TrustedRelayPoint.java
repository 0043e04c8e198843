package org.keyline.model.device;

/** Whether a phone's media goes through a trusted relay point. */
public enum TrustedRelayPoint {
    /** As its device pool says. */
    DEFAULT,
    ON,
    OFF
}
