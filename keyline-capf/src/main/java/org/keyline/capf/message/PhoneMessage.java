package org.keyline.capf.message;

import java.util.Optional;
import org.keyline.trust.tlv.Octets;

/** What a phone says. */
public sealed interface PhoneMessage {
    /** The reason number for success; every other one is a failure. */
    int SUCCESS = 1;

    /** The session it belongs to, as the phone echoes it. */
    int session();

    /**
     * Says who the phone is.
     *
     * @param version the protocol version the phone speaks, 3 unless it says otherwise
     * @param deviceName its name, without the final NUL
     * @param password what the user typed, without the final NUL; a secret
     * @param proof the certificate it shows and what it signed with it
     */
    record AuthResponse(int session, int version, Optional<String> deviceName, Optional<String> password, Proof proof)
            implements PhoneMessage {
        /** Without the password. */
        @Override
        public String toString() {
            return "AuthResponse[" + deviceName.orElse("-") + ", version " + version + "]";
        }
    }

    /**
     * How a phone proves that a certificate is its own.
     *
     * @param certificate element 4
     * @param sha1 element 6
     * @param sha512 element 20, without its three bytes in front
     * @param sudi element 16
     */
    record Proof(
            Optional<CertificateElement> certificate,
            Optional<Octets> sha1,
            Optional<Octets> sha512,
            Optional<SudiElement> sudi) {}

    /** The key is being made; sent any number of times. */
    record InProgress(int session) implements PhoneMessage {}

    /** The key was made ({@code publicKey} is its SubjectPublicKeyInfo), or not. */
    record KeyResponse(int session, Optional<Octets> publicKey) implements PhoneMessage {}

    /** What the phone signed with the key it made; empty when it did not. */
    record EncryptResponse(int session, Optional<Octets> signature) implements PhoneMessage {}

    /** The certificate was stored, or not. */
    record StoreResponse(int session, boolean success) implements PhoneMessage {}

    /** A certificate of the phone; empty when it has none of the kind asked for. */
    record FetchResponse(int session, Optional<CertificateElement> certificate) implements PhoneMessage {}

    /** The certificate was deleted, or not. */
    record DeleteResponse(int session, boolean success) implements PhoneMessage {}

    /** A command that no phone sends to a server, or none at all. */
    record Unexpected(int session, int command) implements PhoneMessage {}
}
