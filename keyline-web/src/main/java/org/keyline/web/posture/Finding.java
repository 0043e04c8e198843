package org.keyline.web.posture;

/** Why a device is not as secure as it was asked to be. Texts stand in the catalogue under {@code posture.why.}. */
public enum Finding {
    /** It is as it was asked to be. */
    AS_ASKED(Mend.NOTHING),
    /** A non-secure cluster ignores what is asked of devices (spec OV-37, PH-020). */
    CLUSTER_NON_SECURE(Mend.MIXED_MODE),
    /** The model cannot do it. */
    MODEL(Mend.SETTINGS),
    /** Its key is too short for a server that does not admit phones of the old generations (spec CAPF-066). */
    SHORT_KEY(Mend.SETTINGS),
    /** CAPF waits for the phone. */
    ENROLMENT_PENDING(Mend.RESET),
    /** No certificate of it is known (spec PH-019). */
    NO_CERTIFICATE(Mend.INSTALL),
    /** Its certificate is over. */
    CERTIFICATE_EXPIRED(Mend.INSTALL),
    /** It was given a CTL file that was replaced since. */
    OLD_TRUST_LIST(Mend.RESET),
    /** It registered before it fetched the configuration that asks for more. */
    OLD_CONFIGURATION(Mend.RESET),
    /** It is not there. */
    NOT_REGISTERED(Mend.SETTINGS),
    /** It is encrypted, and a phone that has the same line is not asked to be (spec PH-009). */
    SHARED_LINE(Mend.SETTINGS);

    private final Mend mend;

    Finding(Mend mend) {
        this.mend = mend;
    }

    /** What mends it. */
    public Mend mend() {
        return mend;
    }

    /** What an administrator can do about it. */
    public enum Mend {
        NOTHING,
        /** Have CAPF give it a certificate, and reset it. */
        INSTALL,
        /** Have it fetch lists and configuration anew. */
        RESET,
        /** Look at the phone's page. */
        SETTINGS,
        /** Set the cluster to mixed mode with the CTL client, which alone may do it. */
        MIXED_MODE
    }
}
