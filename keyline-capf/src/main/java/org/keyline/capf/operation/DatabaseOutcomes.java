package org.keyline.capf.operation;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import org.keyline.config.certificates.CapfOutcomes;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.lsc.CertificateKind;

/**
 * Writes outcomes into the configuration database.
 *
 * @param database the database's own view of them
 */
public record DatabaseOutcomes(CapfOutcomes database) implements Outcomes {
    @Override
    public void installed(DeviceName device, X509Certificate lsc) {
        var _ = database.installed(device.text(), Certificates.der(lsc)).orThrow();
    }

    @Override
    public void deleted(DeviceName device) {
        var _ = database.deleted(device.text()).orThrow();
    }

    @Override
    public void fetched(DeviceName device, Map<CertificateKind, X509Certificate> found) {
        var described = new EnumMap<PhoneCertificate.Kind, byte[]>(PhoneCertificate.Kind.class);
        found.forEach((kind, certificate) -> described.put(kindOf(kind), Certificates.der(certificate)));
        var _ = database.fetched(device.text(), described).orThrow();
    }

    @Override
    public void failed(DeviceName device, CertificateOperation operation, String cause) {
        var _ = database.failed(device.text(), operation, cause).orThrow();
    }

    private static PhoneCertificate.Kind kindOf(CertificateKind kind) {
        return switch (kind) {
            case LSC -> PhoneCertificate.Kind.LSC;
            case MIC -> PhoneCertificate.Kind.MIC;
        };
    }
}
