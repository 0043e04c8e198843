package org.keyline.config.certificates;

import java.time.Instant;

/**
 * A certificate a phone has.
 *
 * @param device the device name
 * @param kind LSC or MIC
 * @param der the certificate in DER
 * @param sha256 its SHA-256 fingerprint, lower-case hexadecimal
 * @param sha1 its SHA-1 fingerprint
 * @param md5 its MD5 fingerprint, which phone configuration files carry
 * @param serialNumber in lower-case hexadecimal
 * @param subject the subject's name, RFC 2253
 * @param issuer the issuer's name, RFC 2253
 * @param notAfter when it ends to be valid
 * @param recorded when it was recorded
 */
public record PhoneCertificate(
        String device,
        Kind kind,
        Der der,
        String sha256,
        String sha1,
        String md5,
        String serialNumber,
        String subject,
        String issuer,
        Instant notAfter,
        Instant recorded) {
    @Override
    public String toString() {
        return "PhoneCertificate[" + device + " " + kind + ", serial " + serialNumber + ", until " + notAfter + "]";
    }

    /** Who put the certificate into the phone. */
    public enum Kind {
        /** Locally significant: issued through CAPF. */
        LSC,
        /** Manufacture installed. */
        MIC
    }
}
