package org.keyline.ctl;

import java.time.temporal.ChronoUnit;

/** Ends a CTL operation that cannot be carried out; becomes an {@link CtlOutcome.Refused}. */
final class CtlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final CtlMessage reason;

    CtlRefusal(CtlMessage reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Somebody else put {@code present} there since. */
    static ProviderException changed(CtlVersion present) {
        var who = present.changed()
                .map(change -> change.who() + ", " + change.at().truncatedTo(ChronoUnit.SECONDS))
                .orElse("?");
        return new ProviderException(CtlMessage.CHANGED_MEANWHILE, who);
    }

    CtlOutcome.Refused outcome() {
        return new CtlOutcome.Refused(reason, String.valueOf(getMessage()));
    }
}
