package org.keyline.trust.lsc;

import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.DistinguishedNameText;

/** What was found out about a certificate that a phone showed. */
public sealed interface PhoneCertificateVerdict {
    /** The certificate. */
    X509Certificate certificate();

    /** A sentence for a log or an alarm. */
    String description();

    /**
     * Issued by someone we accept, and valid.
     *
     * @param kind LSC or MIC
     * @param deviceName whose it is
     */
    record Accepted(X509Certificate certificate, CertificateKind kind, String deviceName)
            implements PhoneCertificateVerdict {
        @Override
        public String description() {
            return kind + " of " + deviceName + " accepted";
        }
    }

    /** Every verdict but {@link Accepted}. */
    sealed interface Refused extends PhoneCertificateVerdict {}

    /**
     * Its validity is over.
     *
     * @param kind LSC or MIC
     */
    record Expired(X509Certificate certificate, CertificateKind kind) implements Refused {
        @Override
        public String description() {
            var expired = "The " + kind + " of " + subject(certificate) + " expired at "
                    + certificate.getNotAfter().toInstant();
            return kind == CertificateKind.MIC
                    ? expired + "; the enterprise parameter Expired Manufacturer Certificates says whether it counts"
                    : expired;
        }
    }

    /** Its validity has not begun. */
    record NotYetValid(X509Certificate certificate) implements Refused {
        @Override
        public String description() {
            return "The certificate of " + subject(certificate) + " is valid only from "
                    + certificate.getNotBefore().toInstant()
                    + "; if that is past already, look at the clock of this server";
        }
    }

    /** Issued by someone we do not accept. */
    record ForeignIssuer(X509Certificate certificate) implements Refused {
        @Override
        public String description() {
            return "The certificate of " + subject(certificate) + " was issued by "
                    + DistinguishedNameText.issuer(certificate) + ", which is not an accepted issuer";
        }
    }

    /** Self-signed. */
    record SelfMade(X509Certificate certificate) implements Refused {
        @Override
        public String description() {
            return "The certificate of " + subject(certificate) + " is self-made";
        }
    }

    /** It names an accepted issuer, but that one did not sign it. */
    record BadSignature(X509Certificate certificate) implements Refused {
        @Override
        public String description() {
            return "The certificate of " + subject(certificate) + " was not signed by "
                    + DistinguishedNameText.issuer(certificate) + ", which it names as its issuer";
        }
    }

    /** A CA certificate, or one whose common name is no device name. */
    record NotADevice(X509Certificate certificate) implements Refused {
        @Override
        public String description() {
            return "The certificate of " + subject(certificate) + " is not one of a device";
        }
    }

    /**
     * It belongs to another device.
     *
     * @param claimed the device that showed it
     * @param actual the device it belongs to
     */
    record NameMismatch(X509Certificate certificate, String claimed, String actual) implements Refused {
        @Override
        public String description() {
            return "The device " + claimed + " showed the certificate of " + actual;
        }
    }

    private static String subject(X509Certificate certificate) {
        return DistinguishedNameText.subject(certificate);
    }
}
