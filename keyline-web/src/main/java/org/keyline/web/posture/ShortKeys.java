package org.keyline.web.posture;

import java.security.cert.CertificateException;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.trust.certificate.Certificates;

/**
 * Which certificates have RSA keys below 2048 bits; each is looked into once.
 *
 * @param known the answer for each certificate, by its SHA-256 fingerprint
 */
record ShortKeys(Map<String, Boolean> known) {
    private static final int SHORTEST_RSA = 2048;

    static final ShortKeys NONE = new ShortKeys(Map.of());

    ShortKeys {
        known = Map.copyOf(known);
    }

    /** The answers for {@code certificates}; what was looked into before is not again. */
    ShortKeys of(Collection<PhoneCertificate> certificates) {
        return new ShortKeys(certificates.stream()
                .collect(Collectors.toMap(
                        PhoneCertificate::sha256,
                        certificate -> {
                            var before = known.get(certificate.sha256());
                            return before == null ? isShort(certificate) : before;
                        },
                        (one, _) -> one)));
    }

    boolean contains(PhoneCertificate certificate) {
        return known.getOrDefault(certificate.sha256(), false);
    }

    private static boolean isShort(PhoneCertificate certificate) {
        try {
            return Certificates.parse(certificate.der().bytes()).getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() < SHORTEST_RSA;
        } catch (CertificateException recordedAsItIs) {
            return false;
        }
    }
}
