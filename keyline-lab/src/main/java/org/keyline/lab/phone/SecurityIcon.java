package org.keyline.lab.phone;

import org.keyline.sccp.codec.field.CallSecurityStatus;

/** The icon beside a call. */
public enum SecurityIcon {
    NONE,
    SHIELD,
    LOCK;

    static SecurityIcon of(CallSecurityStatus status) {
        if (status.equals(CallSecurityStatus.ENCRYPTED)) {
            return LOCK;
        }
        return status.equals(CallSecurityStatus.AUTHENTICATED) ? SHIELD : NONE;
    }
}
