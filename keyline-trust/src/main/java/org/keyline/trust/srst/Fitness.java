package org.keyline.trust.srst;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.srst.Fetched.Failed;
import org.keyline.trust.srst.Fetched.Trouble;
import org.keyline.trust.srst.GatewayCertificate.Doubt;

/**
 * Whether phones can go by a gateway's certificate.
 *
 * @param now when it is looked at
 * @param legacy whether short keys are admitted
 */
record Fitness(Instant now, boolean legacy) {
    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_LEGACY_RSA = 512;
    private static final int SHORTEST_EC = 256;
    private static final Duration SOON = Duration.ofDays(30);

    /** Why the first of these certificates cannot be used; empty when it can. */
    Optional<Failed> trouble(List<X509Certificate> chain) {
        var own = chain.getFirst();
        if (isTooDeep(chain)) {
            return failed(Trouble.CHAIN_TOO_DEEP, own, "");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return failed(
                    Trouble.NOT_YET_VALID, own, own.getNotBefore().toInstant().toString());
        }
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return failed(Trouble.EXPIRED, own, own.getNotAfter().toInstant().toString());
        }
        return isTooShort(own) ? failed(Trouble.KEY_TOO_SHORT, own, Integer.toString(bits(own))) : Optional.empty();
    }

    private static Optional<Failed> failed(Trouble trouble, X509Certificate certificate, String detail) {
        return Optional.of(new Failed(trouble, DistinguishedNameText.subject(certificate), detail));
    }

    /** A phone gets one certificate and cannot follow a chain; one issuer, a root, may stand behind it. */
    private static boolean isTooDeep(List<X509Certificate> chain) {
        return chain.size() > 2 || (chain.size() == 2 && !isRoot(chain.get(1)));
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private boolean isTooShort(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey _ -> bits(certificate) < (legacy ? SHORTEST_LEGACY_RSA : SHORTEST_RSA);
            case ECPublicKey _ -> bits(certificate) < SHORTEST_EC;
            default -> true;
        };
    }

    private static int bits(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize();
            default -> 0;
        };
    }

    /** What is unusual about a certificate that can be used. */
    List<Doubt> doubts(X509Certificate certificate, String host, String protocol) {
        var doubts = new ArrayList<Doubt>();
        if (!names(certificate, host)) {
            doubts.add(Doubt.OTHER_NAME);
        }
        if (certificate.getPublicKey() instanceof RSAPublicKey && bits(certificate) < SHORTEST_RSA) {
            doubts.add(Doubt.SHORT_KEY);
        }
        if (protocol.equals("TLSv1") || protocol.equals("TLSv1.1")) {
            doubts.add(Doubt.OLD_TLS);
        }
        if (now.plus(SOON).isAfter(certificate.getNotAfter().toInstant())) {
            doubts.add(Doubt.ENDS_SOON);
        }
        return doubts;
    }

    private static boolean names(X509Certificate certificate, String host) {
        return DistinguishedNameText.commonName(certificate.getSubjectX500Principal())
                .filter(host::equalsIgnoreCase)
                .isPresent();
    }
}
