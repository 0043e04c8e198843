package org.keyline.capf.session;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keyline.capf.message.Reason;
import org.keyline.model.device.DeviceName;
import org.keyline.trust.authority.PhoneRequest;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.CertificateKind;

/** Where a session stands. */
sealed interface SessionState {
    /** Connected; nothing was said yet. */
    record Idle() implements SessionState {}

    /** The phone was asked who it is. */
    record AwaitAuthResponse() implements SessionState {}

    /** It is being decided whether it is. */
    record Deciding(int version) implements SessionState {}

    /** The phone makes its key. */
    record AwaitKeyResponse(DeviceName device, KeyType key) implements SessionState {}

    /** The LSC is being issued. */
    record Issuing(DeviceName device) implements SessionState {}

    /** The phone signs the request for its LSC, which an authority elsewhere issues. */
    record AwaitEncryptResponse(DeviceName device, PhoneRequest request) implements SessionState {}

    /** The authority elsewhere is asked; it may take minutes. */
    record AwaitAuthority(DeviceName device) implements SessionState {}

    /** The phone stores its LSC. Until it says so both the old and the new one may be in it. */
    record AwaitStoreResponse(DeviceName device, X509Certificate lsc) implements SessionState {}

    /** The phone deletes its LSC. */
    record AwaitDeleteResponse(DeviceName device) implements SessionState {}

    /** The phone shows a certificate; {@code found} are those it showed before. */
    record AwaitFetchResponse(DeviceName device, CertificateKind kind, List<Found> found) implements SessionState {
        public AwaitFetchResponse {
            found = List.copyOf(found);
        }
    }

    /** The outcome is being written down; then the session ends so. */
    record Recording(DeviceName device, Reason end) implements SessionState {}

    /** Over. */
    record Ended() implements SessionState {}
}
