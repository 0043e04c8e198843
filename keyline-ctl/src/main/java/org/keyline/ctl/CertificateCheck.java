package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.CertificateForm;
import org.keyline.trust.trustlist.UnfitCertificateException;

/** What the certificate of a token or a server must have before it goes into a CTL file (CTL9-32, CTL9-33). */
public final class CertificateCheck {
    private CertificateCheck() {}

    /** What is said of bytes that are no certificate at all. */
    public enum Bearer {
        /** A server. */
        SERVER(CtlMessage.CERTIFICATE_INVALID),
        /** A security token. */
        TOKEN(CtlMessage.NO_VALID_CERTIFICATE);

        private final CtlMessage unreadable;

        Bearer(CtlMessage unreadable) {
            this.unreadable = unreadable;
        }
    }

    /**
     * The certificate in {@code der}, whatever its dates.
     *
     * @throws ProviderException with what is wrong with it
     */
    public static X509Certificate read(Octets der, Bearer bearer) throws ProviderException {
        try {
            return CertificateForm.read(der);
        } catch (UnfitCertificateException e) {
            throw new ProviderException(message(e.flaw(), bearer), String.valueOf(e.getMessage()), e);
        }
    }

    private static CtlMessage message(CertificateForm.Flaw flaw, Bearer bearer) {
        return switch (flaw) {
            case UNREADABLE -> bearer.unreadable;
            case NO_SUBJECT -> CtlMessage.NO_SUBJECT_NAME;
            case UNFIT_SUBJECT -> CtlMessage.INVALID_SUBJECT_NAME;
            case LONG_SUBJECT -> CtlMessage.SUBJECT_NAME_TOO_LONG;
            case NO_ISSUER -> CtlMessage.NO_ISSUER_NAME;
            case UNFIT_ISSUER -> CtlMessage.INVALID_ISSUER_NAME;
            case LONG_ISSUER -> CtlMessage.ISSUER_NAME_TOO_LONG;
            case UNFIT_SERIAL -> CtlMessage.INVALID_SERIAL;
            case LONG_SERIAL -> CtlMessage.SERIAL_TOO_LONG;
            case UNFIT_DATES -> CtlMessage.CERTIFICATE_DATE_INVALID;
            case NO_KEY -> CtlMessage.NO_PUBLIC_KEY;
            case NOT_RSA -> CtlMessage.CERTIFICATE_NOT_RSA;
            case UNFIT_KEY -> CtlMessage.INVALID_PUBLIC_KEY;
            case LONG_KEY -> CtlMessage.PUBLIC_KEY_TOO_LONG;
            case NO_SIGNATURE -> CtlMessage.NO_SIGNATURE;
            case UNFIT_ALGORITHM -> CtlMessage.INVALID_SIGNATURE_ALGORITHM;
            case LONG_SIGNATURE -> CtlMessage.SIGNATURE_TOO_LONG;
        };
    }

    /** Everything, and that it is valid now. */
    static void require(X509Certificate certificate, Instant now) throws CtlRefusal {
        try {
            var _ = read(Octets.of(Certificates.der(certificate)), Bearer.SERVER);
            requireValid(certificate, now);
        } catch (ProviderException e) {
            throw new CtlRefusal(e.reason(), e.detail());
        }
    }

    /** Whether {@code now} lies within the validity of {@code certificate}. */
    public static void requireValid(X509Certificate certificate, Instant now) throws ProviderException {
        var subject = DistinguishedNameText.subject(certificate);
        var begins = certificate.getNotBefore().toInstant();
        var ends = certificate.getNotAfter().toInstant();
        if (!begins.isBefore(ends) || now.isBefore(begins)) {
            throw new ProviderException(
                    CtlMessage.CERTIFICATE_DATE_INVALID, subject + ": " + begins + " – " + ends + " (" + now + ")");
        }
        if (now.isAfter(ends)) {
            throw new ProviderException(CtlMessage.CERTIFICATE_EXPIRED, subject + ": " + ends);
        }
    }
}
