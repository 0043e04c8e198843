package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;

/** What a certificate must have before it goes into a CTL file. */
final class CertificateCheck {
    private static final int LONGEST_NAME = 256;

    private static final int LONGEST_SIGNATURE = 1024;
    private static final int LONGEST_PUBLIC_KEY = 512;

    private CertificateCheck() {}

    static void require(X509Certificate certificate, Instant now) throws CtlRefusal {
        var subject = DistinguishedNameText.subject(certificate);
        var issuer = DistinguishedNameText.issuer(certificate);
        requireThat(!subject.isEmpty(), CtlMessage.NO_SUBJECT_NAME, certificate);
        requireThat(!issuer.isEmpty(), CtlMessage.NO_ISSUER_NAME, certificate);
        requireThat(subject.length() <= LONGEST_NAME, CtlMessage.SUBJECT_NAME_TOO_LONG, certificate);
        requireThat(issuer.length() <= LONGEST_NAME, CtlMessage.ISSUER_NAME_TOO_LONG, certificate);
        requireThat(certificate.getSerialNumber().signum() > 0, CtlMessage.INVALID_SERIAL, certificate);
        requireThat(
                certificate.getSerialNumber().toString(16).length() <= LONGEST_NAME,
                CtlMessage.SERIAL_TOO_LONG,
                certificate);
        requireThat(certificate.getSignature().length <= LONGEST_SIGNATURE, CtlMessage.SIGNATURE_TOO_LONG, certificate);
        requireThat(certificate.getPublicKey() instanceof RSAPublicKey, CtlMessage.CERTIFICATE_NOT_RSA, certificate);
        requireThat(
                Certificates.bareKey(certificate.getPublicKey()).length <= LONGEST_PUBLIC_KEY,
                CtlMessage.PUBLIC_KEY_TOO_LONG,
                certificate);
        requireThat(
                !now.isBefore(certificate.getNotBefore().toInstant()),
                CtlMessage.CERTIFICATE_DATE_INVALID,
                certificate);
        requireThat(!now.isAfter(certificate.getNotAfter().toInstant()), CtlMessage.CERTIFICATE_EXPIRED, certificate);
    }

    private static void requireThat(boolean holds, CtlMessage otherwise, X509Certificate certificate)
            throws CtlRefusal {
        if (!holds) {
            throw new CtlRefusal(otherwise, "It is the certificate of " + DistinguishedNameText.subject(certificate));
        }
    }
}
