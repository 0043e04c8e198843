package org.keyline.trust.inventory;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.keyline.trust.certificate.CertificatePurpose;

/** What must be done after a change of certificates, in this order (spec W2, CTL9-48, BR-16). */
public enum FollowUp {
    UPDATE_CTL_FILE,
    RESTART_CALLMANAGER,
    RESTART_TFTP,
    RESTART_CAPF,
    RESTART_TVS,
    RESET_ALL_DEVICES,
    RESET_DEPENDENT_DEVICES,
    /** New connections show the new certificate at once; browsers ask whether to trust it. */
    TRUST_IN_BROWSERS;

    /** What follows on a new certificate of the node itself. */
    public static Set<FollowUp> of(CertificatePurpose purpose) {
        return switch (purpose) {
            case CALLMANAGER -> EnumSet.of(UPDATE_CTL_FILE, RESTART_CALLMANAGER, RESTART_TFTP, RESET_ALL_DEVICES);
            case CAPF -> EnumSet.of(UPDATE_CTL_FILE, RESTART_CAPF, RESET_ALL_DEVICES);
            case TVS -> EnumSet.of(RESTART_TVS, RESTART_TFTP, RESET_ALL_DEVICES);
            case HTTPS -> EnumSet.of(TRUST_IN_BROWSERS);
        };
    }

    /** In the reader's language. */
    public String text(Locale locale) {
        return InventoryTexts.text(locale, "after." + name());
    }
}
