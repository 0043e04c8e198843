package org.keyline.node;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.certificates.PhoneCertificate.Kind;
import org.keyline.config.certificates.PhoneCertificates;
import org.keyline.model.device.DeviceName;
import org.keyline.tftp.files.KnownCertificates;

/** What CAPF learnt of phones' certificates, for the files that name them. */
record StoredPhoneCertificates(PhoneCertificates certificates) implements KnownCertificates {
    @Override
    public Optional<X509Certificate> of(DeviceName phone) {
        return certificates
                .find(phone.text(), Kind.LSC)
                .or(() -> certificates.find(phone.text(), Kind.MIC))
                .map(StoredPhoneCertificates::parse);
    }

    private static X509Certificate parse(PhoneCertificate stored) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(stored.der().bytes()));
        } catch (CertificateException e) {
            throw new IllegalStateException("The stored certificate of " + stored.device() + " is damaged", e);
        }
    }
}
