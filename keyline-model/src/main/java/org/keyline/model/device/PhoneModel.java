package org.keyline.model.device;

import java.util.Set;

/**
 * A phone model as data.
 *
 * @param deviceType the number the phone sends when it registers, for example 404 for the 7962
 * @param name the model's name as administrators know it, for example {@code 7962}
 * @param family the family whose traits it shares
 * @param buttons how many programmable buttons it has without expansion modules
 * @param features which security features and which functions that can be switched off it has (spec PH-011 to PH-015)
 */
public record PhoneModel(int deviceType, String name, Family family, int buttons, Set<SecurityFeature> features) {
    public PhoneModel {
        features = Set.copyOf(features);
    }

    public boolean supports(SecurityFeature feature) {
        return features.contains(feature);
    }

    /** Families of phones that behave alike on the wire. */
    public enum Family {
        LEGACY,
        CLASSIC,
        SMALL,
        JAVA,
        SERIES_69XX,
        SERIES_89XX,
        SPA,
        SOFT,
        ANALOG
    }

    /** Security features a model may have, and functions it lets an administrator switch off. */
    public enum SecurityFeature {
        IMAGE_AUTHENTICATION,
        FILE_AUTHENTICATION,
        DEVICE_AUTHENTICATION,
        SIGNALLING_ENCRYPTION,
        MEDIA_ENCRYPTION,
        MIC,
        LSC,
        ENCRYPTED_CONFIGURATION,
        /** The phone can be set back as it left the factory. */
        FACTORY_RESET,
        /** Its web pages can be switched off. */
        WEB_ACCESS,
        /** Its Settings button can be switched off. */
        SETTINGS_ACCESS,
        /** It can be told to ignore gratuitous ARP. */
        GRATUITOUS_ARP,
        /** It has a port for a computer, which can be switched off. */
        PC_PORT,
        /** The voice VLAN can be kept from that port. */
        PC_VOICE_VLAN_ACCESS
    }
}
