package org.keyline.capf.session;

import java.security.cert.X509Certificate;
import org.keyline.capf.authentication.Admission;
import org.keyline.capf.message.PhoneMessage;

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

    /** The phone's key was not accepted. */
    record KeyRefused(String why) implements SessionEvent {}

    /** The outcome stands in the database. */
    record Recorded() implements SessionEvent {}

    /** The phone took too long. */
    record TimedOut() implements SessionEvent {}

    /** Something of ours went wrong. */
    record Broken() implements SessionEvent {}
}
