package org.keyline.trust.inventory;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.inventory.CertificateProblem.Reason;

/** Certification paths: a certificate, its issuer, that one's issuer, up to one that signs itself. */
final class CertificateChain {
    private static final int LONGEST = 10;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private CertificateChain() {}

    /** The path of {@code leaf} as far as {@code known} has it, without any check. */
    static List<X509Certificate> asFarAsKnown(X509Certificate leaf, Collection<X509Certificate> known) {
        var path = new ArrayList<>(List.of(leaf));
        while (path.size() < LONGEST && !isSelfSigned(path.getLast())) {
            var issuer = signer(path.getLast(), known);
            if (issuer.isEmpty()) {
                break;
            }
            path.add(issuer.get());
        }
        return path;
    }

    /** The whole path of {@code leaf}, each signed by the next, all valid at {@code now}. */
    static Outcome<List<X509Certificate>> checked(
            X509Certificate leaf, Collection<X509Certificate> known, Instant now) {
        var path = asFarAsKnown(leaf, known);
        for (var certificate : path) {
            var problem = validity(certificate, now);
            if (problem.isPresent()) {
                return new Outcome.Refused<>(problem.get());
            }
        }
        for (var issuer : path.subList(1, path.size())) {
            if (!isAuthority(issuer)) {
                return Outcome.refused(Reason.ISSUER_NOT_AN_AUTHORITY, subject(issuer));
            }
        }
        var last = path.getLast();
        if (isSelfSigned(last)) {
            return Outcome.done(path);
        }
        var issuer = DistinguishedNameText.issuer(last);
        return named(last, known).isPresent()
                ? Outcome.refused(Reason.NOT_SIGNED_BY_ISSUER, subject(last), issuer)
                : Outcome.refused(Reason.ISSUER_MISSING, subject(last), issuer);
    }

    /** What is wrong with the dates of {@code certificate} at {@code now}. */
    static Optional<CertificateProblem> validity(X509Certificate certificate, Instant now) {
        var from = certificate.getNotBefore().toInstant();
        var until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            return Optional.of(CertificateProblem.of(Reason.EXPIRED, subject(certificate), until));
        }
        return now.isBefore(from)
                ? Optional.of(CertificateProblem.of(Reason.NOT_YET_VALID, subject(certificate), from))
                : Optional.empty();
    }

    /** Whether it may issue certificates. */
    static boolean isAuthority(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[5]);
    }

    /** Whether a TLS server may show it: by its extended key usage, or for want of one. */
    static boolean isForServers(X509Certificate certificate) {
        try {
            var usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(SERVER_AUTHENTICATION) || usages.contains(ANY_USAGE);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
                && isSignedBy(certificate, certificate);
    }

    private static Optional<X509Certificate> signer(X509Certificate certificate, Collection<X509Certificate> known) {
        return known.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(issuer -> isSignedBy(certificate, issuer))
                .findFirst();
    }

    private static Optional<X509Certificate> named(X509Certificate certificate, Collection<X509Certificate> known) {
        return known.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notSignedByIt) {
            return false;
        }
    }

    private static String subject(X509Certificate certificate) {
        return DistinguishedNameText.subject(certificate);
    }
}
