package org.keyline.model.security;

/** What the administrator asks for a device (spec PH-031 to PH-034). */
public enum DeviceSecurityMode {
    USE_SYSTEM_DEFAULT,
    NON_SECURE,
    AUTHENTICATED,
    ENCRYPTED
}
