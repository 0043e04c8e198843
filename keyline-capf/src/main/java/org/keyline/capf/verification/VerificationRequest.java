package org.keyline.capf.verification;

import org.keyline.trust.tlv.Octets;

/** What a phone asks. The device name in it is anybody's word: good for a log, for nothing else. */
public sealed interface VerificationRequest {
    /** The number the phone gave the request; the answer carries it. */
    int id();

    /** The name the phone gives itself, printable and short; empty when it gives none. */
    String device();

    /**
     * May I trust this certificate?
     *
     * @param certificate DER, as the phone got it
     */
    record Verify(int id, String device, Octets certificate) implements VerificationRequest {}

    /**
     * Which certificate has this serial number and issuer, and may I trust it?
     *
     * @param serial the number's bytes, leading zeros allowed
     * @param issuer the issuer's name as text, without the final NUL
     */
    record Query(int id, String device, Octets serial, String issuer) implements VerificationRequest {}
}
