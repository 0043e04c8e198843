package org.keyline.capf.message;

import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/** What the server says. */
public sealed interface ServerMessage {
    /** Asks who the phone is. */
    record AuthRequest() implements ServerMessage {}

    /**
     * Has the phone make a key.
     *
     * @param version the phone's protocol version: before 3 only the size is sent
     */
    record KeyRequest(KeyType type, int version) implements ServerMessage {}

    /**
     * Has the phone sign with the private key it made: PKCS #1 type 1 padding around {@code block} for RSA, ECDSA over
     * it for an elliptic curve. The digest in it is SHA-256.
     */
    record EncryptRequest(Octets block) implements ServerMessage {}

    /** Has the phone store its LSC, in DER. */
    record StoreRequest(Octets lsc) implements ServerMessage {}

    /** Asks for a certificate. */
    record FetchRequest(CertificateKind kind) implements ServerMessage {}

    /** Has the phone delete its LSC. */
    record DeleteRequest() implements ServerMessage {}

    /** Ends the session. */
    record EndSession(Reason reason) implements ServerMessage {}
}
