package org.keyline.trust.trustlist;

/** A trust list that phones would refuse is not written. The message says why. */
public final class UnfitTrustListException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a list is unfit. */
    public enum Reason {
        /** More than {@link TrustListWriter#MOST_RECORDS} records. */
        TOO_MANY_RECORDS,
        /** The file, or one record, is longer than phones accept. */
        TOO_LONG,
        /** No SAST record for the signer. */
        SIGNER_MISSING,
        /** A role that is only kept when read. */
        UNKNOWN_ROLE,
        /** A key type or size that the phones of the variant do not know. */
        UNFIT_KEY
    }

    UnfitTrustListException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why the list is unfit. */
    public Reason reason() {
        return reason;
    }
}
