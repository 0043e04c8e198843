package org.keyline.model.device;

import java.util.Set;

/**
 * A phone model as data.
 *
 * @param deviceType the number the phone sends when it registers, for example 404 for the 7962
 * @param name the model's name as administrators know it, for example {@code 7962}
 * @param family the family whose traits it shares
 * @param buttons how many programmable buttons it has without expansion modules
 * @param features which security features it has (spec PH-011 to PH-015)
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

    /** Security features a model may have. */
    public enum SecurityFeature {
        IMAGE_AUTHENTICATION,
        FILE_AUTHENTICATION,
        DEVICE_AUTHENTICATION,
        SIGNALLING_ENCRYPTION,
        MEDIA_ENCRYPTION,
        MIC,
        LSC,
        ENCRYPTED_CONFIGURATION
    }
}
