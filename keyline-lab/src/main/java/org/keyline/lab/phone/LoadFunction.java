package org.keyline.lab.phone;

/** What early loads of a model do not know yet; they pass over what the configuration says of it (spec PH-010). */
public enum LoadFunction {
    /** Whether its user may change settings. */
    SETTINGS_ACCESS,
    /** Certificates from CAPF (spec PH-012). */
    LSC,
    /** TLS to the SRST gateway (spec PH-012). */
    SECURE_SRST
}
