package org.keyline.lab.phone;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Where the phone goes when no call manager answers, from its configuration file.
 *
 * @param option {@code Enable} or {@code Disable}
 * @param gateway the gateway's address and plain port; an empty address means the phone's own router
 * @param secure whether the gateway takes TLS
 * @param certificate the certificate it shall show
 */
public record SrstInfo(
        String option, PhoneConfig.Server gateway, boolean secure, Optional<X509Certificate> certificate) {
    /** Whether there is anywhere to go. */
    public boolean isEnabled() {
        return option.equals("Enable");
    }

    /** Whether it holds a certificate that is in its time. */
    boolean hasValidCertificate(Instant now) {
        return certificate.filter(one -> isValid(one, now)).isPresent();
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException outOfItsTime) {
            return false;
        }
    }
}
