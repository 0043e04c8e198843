package org.keyline.ctl;

/** Ends a CTL operation that cannot be carried out; becomes an {@link CtlOutcome.Refused}. */
final class CtlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final CtlMessage reason;

    CtlRefusal(CtlMessage reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    CtlOutcome.Refused outcome() {
        return new CtlOutcome.Refused(reason, String.valueOf(getMessage()));
    }
}
