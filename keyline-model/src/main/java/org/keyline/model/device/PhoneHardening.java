package org.keyline.model.device;

/**
 * Functions of a phone that an administrator can switch off (spec PH-039 to PH-051).
 *
 * @param pcPort whether the port for a computer works
 * @param settingsAccess what the Settings button gives
 * @param gratuitousArp whether the phone accepts gratuitous ARP packets
 * @param pcVoiceVlanAccess whether the voice VLAN reaches the computer port
 * @param webAccess whether the phone serves its web pages
 */
public record PhoneHardening(
        boolean pcPort,
        SettingsAccess settingsAccess,
        boolean gratuitousArp,
        boolean pcVoiceVlanAccess,
        WebAccess webAccess) {
    /** Everything on, as phones come. */
    public static final PhoneHardening NONE =
            new PhoneHardening(true, SettingsAccess.ENABLED, true, true, WebAccess.ENABLED);

    /** What the Settings button gives. */
    public enum SettingsAccess {
        ENABLED,
        DISABLED,
        RESTRICTED
    }

    /** Whether the phone serves its web pages. */
    public enum WebAccess {
        ENABLED,
        DISABLED,
        READ_ONLY
    }
}
