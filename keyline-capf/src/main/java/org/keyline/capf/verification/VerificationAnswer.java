package org.keyline.capf.verification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.Role;

/**
 * What a phone is told.
 *
 * @param kind the kind of request it answers
 * @param id the number of the request
 * @param verdict what was found
 */
public record VerificationAnswer(Kind kind, int id, Verdict verdict) {
    /** The kinds of answers, with their commands. */
    public enum Kind {
        /** To a VERIFY request. */
        VERIFY(2),
        /** To a QUERY request. */
        QUERY(4);

        private final int command;

        Kind(int command) {
            this.command = command;
        }

        int command() {
            return command;
        }
    }

    /** Whether the certificate is one to trust. */
    public sealed interface Verdict {
        /**
         * It is.
         *
         * @param certificate its DER, in an answer to a query
         * @param roles what it may be trusted for
         * @param timeToLive how long the phone may go by this answer, 1 second to 30 days
         */
        record Trusted(Optional<Octets> certificate, List<Role> roles, Duration timeToLive) implements Verdict {
            /** Copies the roles. */
            public Trusted {
                roles = List.copyOf(roles);
            }
        }

        /** It is not, or nobody here knows it. */
        record Unknown() implements Verdict {}
    }
}
