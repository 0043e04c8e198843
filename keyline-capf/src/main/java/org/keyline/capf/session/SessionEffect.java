package org.keyline.capf.session;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.PhoneMessage.AuthResponse;
import org.keyline.capf.message.ServerMessage;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.trust.authority.PhoneRequest;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.tlv.Octets;

/** What a session wants done. */
sealed interface SessionEffect {
    /** Send this. */
    record Send(ServerMessage message) implements SessionEffect {}

    /** Wait for the phone only so long. */
    record Await(Patience patience) implements SessionEffect {}

    /** Find out whether the phone is who it says; comes back as {@code Decided}. */
    record Decide(AuthResponse response) implements SessionEffect {}

    /** Issue an LSC; comes back as {@code Issued}, {@code KeyRefused} or {@code ToSign}. */
    record Issue(DeviceName device, Octets publicKey, KeyType requested) implements SessionEffect {}

    /**
     * Ask the authority elsewhere; comes back as {@code Issued}, {@code NotSigned} or {@code AuthorityFailed}.
     *
     * @param signature what the phone made of the request
     */
    record Ask(PhoneRequest request, Octets signature) implements SessionEffect {}

    /** The LSC is in the phone: write it down; comes back as {@code Recorded}. */
    record RecordInstalled(DeviceName device, X509Certificate lsc) implements SessionEffect {}

    /** The LSC is gone: write it down; comes back as {@code Recorded}. */
    record RecordDeleted(DeviceName device) implements SessionEffect {}

    /** The phone showed what it has: write it down; comes back as {@code Recorded}. */
    record RecordFetched(DeviceName device, List<Found> found) implements SessionEffect {
        public RecordFetched {
            found = List.copyOf(found);
        }
    }

    /**
     * The operation failed for good: write it down; comes back as {@code Recorded}.
     *
     * @param cause what the status shall tell beside the failure, empty when there is nothing
     */
    record RecordFailed(DeviceName device, CertificateOperation operation, CapfCode code, String cause)
            implements SessionEffect {}

    /** The phone could not make a key that is accepted: count it; comes back as {@code Recorded}. */
    record CountFailedKey(DeviceName device) implements SessionEffect {}

    /** Have the phone load its configuration again. */
    record Restart(DeviceName device) implements SessionEffect {}

    /**
     * Say in the logs why the session did not succeed.
     *
     * @param device whose session it was, {@code ?} where the session does not know
     */
    record Tell(String device, String what, CapfCode code) implements SessionEffect {}

    /** Close the connection when all is sent. */
    record Close() implements SessionEffect {}

    /** How long to wait. */
    enum Patience {
        /** For an answer that takes no thought. */
        ANSWER,
        /** For a signature with a key just made: seconds on old phones. */
        SIGNATURE,
        /** For a key: minutes on old phones. */
        KEY
    }
}
