package org.keyline.model.device;

/** Whether a phone's own bridge, which barge needs, is on. */
public enum BuiltInBridge {
    /** As the service parameter Built In Bridge Enable says. */
    DEFAULT,
    ON,
    OFF
}
