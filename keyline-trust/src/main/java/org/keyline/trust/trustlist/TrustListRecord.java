package org.keyline.trust.trustlist;

import java.net.Inet4Address;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.SerialNumbers;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;

/**
 * One record of a trust list: one certificate in one role.
 *
 * @param dnsName host name or dotted address of the server
 * @param subjectName subject of the certificate; empty in an entry without a certificate
 * @param role what it is trusted for
 * @param issuerName issuer of the certificate; empty in an entry without a certificate
 * @param serial serial number, magnitude only
 * @param publicKey RSAPublicKey of PKCS #1, or a point of a curve
 * @param signature the signature inside the certificate
 * @param certificate the complete DER; present in a full record
 * @param address the server's IPv4 address
 * @param certificateDigest SHA-1 of the DER; present in a compact record
 */
public record TrustListRecord(
        Optional<String> dnsName,
        String subjectName,
        Role role,
        String issuerName,
        Octets serial,
        Optional<Octets> publicKey,
        Optional<Octets> signature,
        Optional<Octets> certificate,
        Optional<Inet4Address> address,
        Optional<Octets> certificateDigest) {
    private static final Octets NO_SERIAL = Octets.of(new byte[0]);

    /** A full record for {@code certificate} of {@code server} in {@code role}. */
    public static TrustListRecord full(Role role, X509Certificate certificate, ServerName server) {
        return new TrustListRecord(
                Optional.of(server.dnsName()),
                DistinguishedNameText.subject(certificate),
                role,
                DistinguishedNameText.issuer(certificate),
                Octets.of(SerialNumbers.magnitude(certificate.getSerialNumber())),
                Optional.of(Octets.of(Certificates.bareKey(certificate.getPublicKey()))),
                Optional.of(Octets.of(certificate.getSignature())),
                Optional.of(Octets.of(Certificates.der(certificate))),
                Optional.of(server.address()),
                Optional.empty());
    }

    /**
     * The entry of {@code server} in a list of a non-secure cluster: it names the server and has no certificate, so
     * that phones ask it for unsigned files.
     */
    public static TrustListRecord withoutCertificate(Role role, ServerName server) {
        return new TrustListRecord(
                Optional.of(server.dnsName()),
                "",
                role,
                "",
                NO_SERIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(server.address()),
                Optional.empty());
    }

    /** Whether the record has a certificate, whole or as a digest. */
    public boolean hasCertificate() {
        return certificate.isPresent() || certificateDigest.isPresent();
    }

    /**
     * The certificate of a full record.
     *
     * @throws MalformedFileException when the DER in it is no certificate
     */
    public Optional<X509Certificate> x509() throws MalformedFileException {
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Certificates.parse(certificate.get().bytes()));
        } catch (CertificateException e) {
            throw new MalformedFileException(
                    "The certificate in the record of " + subjectName + " (" + role + ") cannot be read", e);
        }
    }

    /** Whether this record is for {@code other}: the same DER, or in a compact record the same digest. */
    public boolean isFor(X509Certificate other) {
        var der = Certificates.der(other);
        return certificate.map(Octets.of(der)::equals).orElse(false)
                || certificateDigest
                        .map(Octets.of(Certificates.digest("SHA-1", der))::equals)
                        .orElse(false);
    }
}
