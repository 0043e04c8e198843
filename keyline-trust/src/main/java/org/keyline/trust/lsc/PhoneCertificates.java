package org.keyline.trust.lsc;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a certificate that a phone shows was issued by someone we accept: its LSC by CAPF, now or formerly,
 * its MIC by a manufacturer that the administrator imported. Immutable.
 *
 * @param lscIssuers CAPF's certificates, present and former
 * @param micIssuers manufacturing CA certificates
 * @param admitsExpiredMics whether a MIC counts whose validity is over; its issuer, its signature and its name are
 *     checked as ever. An LSC that expired never counts
 */
public record PhoneCertificates(
        List<X509Certificate> lscIssuers, List<X509Certificate> micIssuers, boolean admitsExpiredMics) {
    /** Copies the lists. */
    public PhoneCertificates {
        lscIssuers = List.copyOf(lscIssuers);
        micIssuers = List.copyOf(micIssuers);
    }

    /** Certificates of these issuers while they are valid. */
    public PhoneCertificates(List<X509Certificate> lscIssuers, List<X509Certificate> micIssuers) {
        this(lscIssuers, micIssuers, false);
    }

    /** The same issuers; MICs whose validity is over count or not. */
    public PhoneCertificates admittingExpiredMics(boolean admits) {
        return new PhoneCertificates(lscIssuers, micIssuers, admits);
    }

    /** Checks issuer, signature and validity at {@code now}; not whose the certificate is. */
    public PhoneCertificateVerdict check(X509Certificate certificate, Instant now) {
        var lscIssuer = find(lscIssuers, certificate);
        if (lscIssuer.isPresent()) {
            return check(certificate, lscIssuer.get(), CertificateKind.LSC, now);
        }
        return find(micIssuers, certificate)
                .map(issuer -> check(certificate, issuer, CertificateKind.MIC, now))
                .orElseGet(() -> unknownIssuer(certificate));
    }

    /**
     * As {@link #check(X509Certificate, Instant)}, and the certificate must belong to the device {@code deviceName}.
     */
    public PhoneCertificateVerdict check(X509Certificate certificate, String deviceName, Instant now) {
        var verdict = check(certificate, now);
        return verdict instanceof PhoneCertificateVerdict.Accepted accepted
                        && !accepted.deviceName().equals(deviceName)
                ? new PhoneCertificateVerdict.NameMismatch(certificate, deviceName, accepted.deviceName())
                : verdict;
    }

    private PhoneCertificateVerdict check(
            X509Certificate certificate, X509Certificate issuer, CertificateKind kind, Instant now) {
        if (!isSignedBy(certificate, issuer)) {
            return new PhoneCertificateVerdict.BadSignature(certificate);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return new PhoneCertificateVerdict.NotYetValid(certificate);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant()) && !(kind == CertificateKind.MIC && admitsExpiredMics)) {
            return new PhoneCertificateVerdict.Expired(certificate, kind);
        }
        if (certificate.getBasicConstraints() >= 0) {
            return new PhoneCertificateVerdict.NotADevice(certificate);
        }
        return DeviceIdentity.deviceName(certificate)
                .<PhoneCertificateVerdict>map(name -> new PhoneCertificateVerdict.Accepted(certificate, kind, name))
                .orElseGet(() -> new PhoneCertificateVerdict.NotADevice(certificate));
    }

    private static PhoneCertificateVerdict unknownIssuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
                ? new PhoneCertificateVerdict.SelfMade(certificate)
                : new PhoneCertificateVerdict.ForeignIssuer(certificate);
    }

    /** Of several issuers with the same name (a renewed CA) the one whose key fits, else any of them. */
    private static Optional<X509Certificate> find(List<X509Certificate> issuers, X509Certificate certificate) {
        var named = issuers.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
        return named.stream()
                .filter(issuer -> isSignedBy(certificate, issuer))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notSignedByIt) {
            return false;
        }
    }
}
