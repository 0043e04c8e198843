package org.keyline.model.dial;

/** Where a caller is. */
public enum CallOrigin {
    /** At a line of this system. */
    INTERNAL,
    /** Outside; they came by a gateway or trunk. */
    EXTERNAL
}
