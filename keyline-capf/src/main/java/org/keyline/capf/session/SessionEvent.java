package org.keyline.capf.session;

import java.security.cert.X509Certificate;
import org.keyline.capf.authentication.Admission;
import org.keyline.capf.message.PhoneMessage;
import org.keyline.trust.authority.PhoneRequest;

/** What a session hears. */
sealed interface SessionEvent {
    /** The connection is ready. */
    record Connected() implements SessionEvent {}

    /** The phone said something. */
    record Heard(PhoneMessage message) implements SessionEvent {}

    /** It was decided whether the phone is admitted. */
    record Decided(Admission admission) implements SessionEvent {}

    /** The LSC was issued. */
    record Issued(X509Certificate lsc) implements SessionEvent {}

    /** Somebody else issues the LSC, and wants a request that the phone signed. */
    record ToSign(PhoneRequest request) implements SessionEvent {}

    /** What the phone sent is no signature over the request with its key. */
    record NotSigned() implements SessionEvent {}

    /**
     * The authority elsewhere issued nothing.
     *
     * @param status in a few words, for the operation status
     * @param why one sentence for a log
     */
    record AuthorityFailed(String status, String why) implements SessionEvent {}

    /** The phone's key was not accepted. */
    record KeyRefused(String why) implements SessionEvent {}

    /** The outcome stands in the database. */
    record Recorded() implements SessionEvent {}

    /** The connection is gone. */
    record Lost() implements SessionEvent {}

    /** The phone took too long. */
    record TimedOut() implements SessionEvent {}

    /** Something of ours went wrong. */
    record Broken() implements SessionEvent {}
}
