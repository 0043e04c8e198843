package org.keyline.model.security;

/**
 * For what a manufacturer's certificate (MIC) counts whose validity is over, as those of the whole 79xx generation are.
 * What it costs: whoever got hold of such a phone's key, or of the manufacturer's, is believed for ever.
 */
public enum ExpiredMicPolicy {
    /** For nothing. */
    OFF,
    /** To get an LSC from CAPF; calls need that LSC. */
    ENROLMENT_ONLY,
    /** Also to register over TLS without an LSC. */
    ENROLMENT_AND_REGISTRATION;

    /** Whether CAPF goes by it. */
    public boolean admitsToEnrolment() {
        return this != OFF;
    }

    /** Whether signalling over TLS goes by it. */
    public boolean admitsToRegistration() {
        return this == ENROLMENT_AND_REGISTRATION;
    }
}
