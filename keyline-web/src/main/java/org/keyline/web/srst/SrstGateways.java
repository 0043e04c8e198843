package org.keyline.web.srst;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Problem;
import org.keyline.model.server.SrstReference;
import org.keyline.trust.srst.Fetched;
import org.keyline.trust.srst.GatewayCertificate;

/** The gateways of SRST references. Calls may block for as long as a gateway has to answer. */
public interface SrstGateways {
    /** What came of accepting a certificate. */
    sealed interface Acceptance {
        /** It is in the configuration. */
        record Accepted(SaveResult.Saved saved) implements Acceptance {}

        /** The gateway shows another one now; nothing was changed. */
        record Other(GatewayCertificate shown) implements Acceptance {}

        /** The gateway shows none that could be trusted; nothing was changed. */
        record Failed(Fetched.Failed why) implements Acceptance {}

        /** The configuration does not take it. */
        record Invalid(List<Problem> problems) implements Acceptance {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What a gateway showed when it was looked at last.
     *
     * @param at when that was
     * @param answer what came of it
     */
    record Look(Instant at, Fetched answer) {}

    /** Asks the gateway of this reference for its certificate; nothing is changed. */
    Fetched fetch(SrstReference reference);

    /**
     * Has phones go by the certificate with this fingerprint, if the gateway still shows it (spec SRST-19, SRST-20).
     *
     * @param reference the reference's name
     * @param sha256 the SHA-256 fingerprint of what the administrator saw and accepted
     * @param administrator who it is
     */
    Acceptance accept(String reference, String sha256, String administrator);

    /** Looks at the gateway of every secure reference and raises an alarm where its certificate is another one now. */
    void check();

    /** What the gateway of this reference showed last, when it was looked at since this node started. */
    Optional<Look> lastLook(String reference);
}
