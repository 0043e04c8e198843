package org.keyline.ctl;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListRecord;

/**
 * What a server knows for certain of certificates in a CTL file: what its own are for, and that those its CAPF issued
 * are phones'. A list that names them as something else would have phones trust the wrong party, however well signed.
 *
 * @param callManager the server's CallManager certificate
 * @param capf its CAPF certificate, when it has one
 */
record OwnCertificates(X509Certificate callManager, Optional<X509Certificate> capf) {
    private static final Set<Role> NOT_OF_CALL_MANAGER = Set.of(Role.SAST, Role.CAPF, Role.TVS);

    /**
     * Demands that {@code list} names none of them in a role it is not for.
     *
     * @throws ProviderException with the certificate and the role
     */
    void requireRoles(TrustList list) throws ProviderException {
        for (var record : list.records()) {
            if (isMisplaced(record)) {
                throw new ProviderException(
                        CtlMessage.CERTIFICATE_INVALID,
                        "The CTL file names " + record.subjectName() + " as " + record.role()
                                + ", and that certificate is for something else");
            }
        }
    }

    private boolean isMisplaced(TrustListRecord record) throws ProviderException {
        if (record.isFor(callManager)) {
            return NOT_OF_CALL_MANAGER.contains(record.role());
        }
        if (capf.isEmpty()) {
            return false;
        }
        return record.isFor(capf.get()) ? !record.role().equals(Role.CAPF) : isOfPhone(record, capf.get());
    }

    private static boolean isOfPhone(TrustListRecord record, X509Certificate capf) throws ProviderException {
        if (!record.issuerName().equals(DistinguishedNameText.subject(capf))) {
            return false;
        }
        try {
            var certificate = record.x509();
            if (certificate.isPresent()) {
                certificate.get().verify(capf.getPublicKey());
            }
            return certificate.isPresent();
        } catch (GeneralSecurityException issuedByAnother) {
            return false;
        } catch (MalformedFileException e) {
            throw new ProviderException(CtlMessage.CANNOT_PARSE, String.valueOf(e.getMessage()), e);
        }
    }
}
