package org.keyline.tftp.files;

import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.trustlist.TrustListVariant;

/** When files are signed, and how: nothing in a non-secure cluster (spec OV-54), everything else with one digest. */
final class SigningPolicy {
    private SigningPolicy() {}

    /** Whether signed forms exist. */
    static boolean signs(ConfigSnapshot snapshot) {
        return snapshot.clusterSecurityMode() == ClusterSecurityMode.MIXED;
    }

    /** Whether signed files are kept in memory; else they are kept on disk (spec OV-57). */
    static boolean keepsInMemory(ConfigSnapshot snapshot) {
        return snapshot.parameters().flag("tftp.cachingEnabled");
    }

    /** The form of lists and signatures that the administrator chose for all phones. */
    static TrustListVariant variant(ConfigSnapshot snapshot) {
        return snapshot.parameters().text("tftp.signatureDigest").equals(SignatureDigest.SHA512.name())
                ? TrustListVariant.NEW_PHONES
                : TrustListVariant.OLD_PHONES;
    }

    /** The form for files of one phone: phones that never learnt SHA-512 get SHA-1 whatever was chosen. */
    static TrustListVariant variant(ConfigSnapshot snapshot, Phone phone) {
        return knowsSha512(phone.model()) ? variant(snapshot) : TrustListVariant.OLD_PHONES;
    }

    private static boolean knowsSha512(PhoneModel model) {
        return switch (model.family()) {
            case LEGACY, CLASSIC, SMALL, ANALOG -> false;
            case JAVA, SERIES_69XX, SERIES_89XX, SPA, SOFT -> true;
        };
    }
}
