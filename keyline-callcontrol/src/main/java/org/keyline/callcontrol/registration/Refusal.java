package org.keyline.callcontrol.registration;

/** Why a device may not register. */
public enum Refusal {
    UNKNOWN_DEVICE,
    DEVICE_TYPE_MISMATCH,
    /** Set as authenticated or encrypted, but without TLS (spec AL-01). */
    AUTHENTICATED_WITHOUT_TLS,
    /** Not set as authenticated, but over TLS (spec AL-02). */
    NON_SECURE_OVER_TLS,
    /** The certificate is not the device's (spec AL-03). */
    CERTIFICATE_NAME_MISMATCH,
    /** The TLS connection does not fit the device's mode (spec AL-04). */
    INCOMPATIBLE_TLS
}
