package org.keyline.trust.authority;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;

/**
 * What the administrator named of an authority, and what may be believed because of it.
 *
 * @param fingerprint SHA-256 of its certificate; when it is given, nothing else counts
 * @param trusted certificates that were imported for it
 */
record Anchor(Optional<String> fingerprint, List<X509Certificate> trusted) {
    private static final int LONGEST_PATH = 6;

    Anchor {
        trusted = List.copyOf(trusted);
    }

    static String fingerprint(X509Certificate certificate) {
        return HexFormat.of().formatHex(Certificates.digest("SHA-256", Certificates.der(certificate)));
    }

    /** Whether the administrator named exactly this certificate. */
    boolean names(X509Certificate certificate) {
        return fingerprint
                .map(wanted -> wanted.equals(fingerprint(certificate)))
                .orElseGet(() -> trusted.contains(certificate));
    }

    /** Whether {@code certificate} is named, or was issued by one that is, through authorities among {@code others}. */
    boolean vouchesFor(X509Certificate certificate, List<X509Certificate> others) {
        var at = certificate;
        for (int step = 0; step < LONGEST_PATH; step++) {
            if (names(at)) {
                return true;
            }
            var issuer = issuerOf(at, others);
            if (issuer.isEmpty() || issuer.get().equals(at)) {
                return false;
            }
            at = issuer.get();
        }
        return false;
    }

    /** Who issued {@code certificate}, among the imported ones and {@code others}. */
    Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> others) {
        return java.util.stream.Stream.concat(trusted.stream(), others.stream())
                .filter(one -> one.getBasicConstraints() >= 0)
                .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(one -> isSignedBy(certificate, one))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByIt) {
            return false;
        }
    }
}
