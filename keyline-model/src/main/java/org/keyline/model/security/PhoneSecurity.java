package org.keyline.model.security;

/**
 * How secure an administrator wants a phone.
 *
 * @param mode what was asked for; see {@code ConfigSnapshot.effectiveSecurityMode}
 * @param capf what CAPF shall do with its certificate
 */
public record PhoneSecurity(DeviceSecurityMode mode, CapfSettings capf) {
    /** This mode, and nothing pending at CAPF. */
    public static PhoneSecurity of(DeviceSecurityMode mode) {
        return new PhoneSecurity(mode, CapfSettings.NONE);
    }
}
