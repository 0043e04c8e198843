package org.keyline.model.security;

/** How secure a device's signalling, or a whole call, is, weakest first (spec OV-03 to OV-05). */
public enum SecurityClass {
    NON_SECURE,
    AUTHENTICATED,
    ENCRYPTED;

    /** The weaker of two: a call is as secure as its weakest part (spec PH-006). */
    public SecurityClass weaker(SecurityClass other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
