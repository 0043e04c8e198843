package org.keyline.model.device;

import java.util.EnumSet;
import java.util.Set;
import org.keyline.model.security.KeySize;

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

    /** The keys it can make for its LSC; none where it holds no LSC. */
    public Set<KeySize> keySizes() {
        var sizes = EnumSet.noneOf(KeySize.class);
        if (supports(SecurityFeature.LSC)) {
            sizes.addAll(EnumSet.of(KeySize.RSA_512, KeySize.RSA_1024, KeySize.RSA_2048));
            if (supports(SecurityFeature.LONG_RSA_KEYS)) {
                sizes.addAll(EnumSet.of(KeySize.RSA_3072, KeySize.RSA_4096));
            }
            if (supports(SecurityFeature.EC_KEYS)) {
                sizes.addAll(EnumSet.of(KeySize.EC_P256, KeySize.EC_P384, KeySize.EC_P521));
            }
        }
        return sizes;
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
        /** It makes RSA keys of 3072 and 4096 bits too. */
        LONG_RSA_KEYS,
        /** It makes keys on the curves P-256, P-384 and P-521 too. */
        EC_KEYS,
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
