package org.keyline.lab.trust;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/**
 * One certificate of a trust list with one role.
 *
 * @param host name or dotted address of the server, possibly empty
 * @param subject its subject's name
 * @param role what it is good for
 * @param identity its serial number and issuer
 * @param key its public key
 * @param certificate the certificate itself, in a full record
 * @param fingerprint SHA-1 of the certificate, in a compact record
 * @param address the server's IPv4 address as text, where given
 */
public record TrustRecord(
        String host,
        String subject,
        Role role,
        Signer identity,
        PublicKey key,
        Optional<X509Certificate> certificate,
        Optional<Octets> fingerprint,
        Optional<String> address) {

    /** What a trust verification service said of a signer, as if it stood in a list. */
    public static TrustRecord vouched(X509Certificate certificate, Role role, Signer identity) {
        return new TrustRecord(
                "",
                certificate.getSubjectX500Principal().getName(),
                role,
                identity,
                certificate.getPublicKey(),
                Optional.of(certificate),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether this record speaks of exactly that certificate. */
    public boolean isOf(X509Certificate other) {
        try {
            var der = Octets.of(other.getEncoded());
            return certificate.isPresent()
                    ? certificate.get().equals(other)
                    : fingerprint.filter(der.digest("SHA-1")::equals).isPresent() && key.equals(other.getPublicKey());
        } catch (CertificateEncodingException _) {
            return false;
        }
    }
}
