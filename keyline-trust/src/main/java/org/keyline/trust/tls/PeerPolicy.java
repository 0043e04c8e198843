package org.keyline.trust.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import org.keyline.trust.lsc.PhoneCertificateVerdict;
import org.keyline.trust.lsc.PhoneCertificates;

/**
 * Which clients a TLS server admits: phones with a certificate of an accepted issuer, valid now. Whether the device may
 * use that certificate is decided when it registers and says its name.
 *
 * <p>The accepted issuers can be {@linkplain #accept changed} at any time, and from then on each new handshake goes by
 * them; no server is restarted. Safe for use by any thread.
 */
public final class PeerPolicy {
    private static final PhoneCertificates NOBODY = new PhoneCertificates(List.of(), List.of());

    private volatile PhoneCertificates accepted;
    private final PeerRefusals refusals;
    private final Clock clock;

    /** A policy that starts with {@code accepted} and tells {@code refusals} of each refused client. */
    public PeerPolicy(PhoneCertificates accepted, PeerRefusals refusals, Clock clock) {
        this.accepted = accepted;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** A policy that admits no certificate at all. */
    public static PeerPolicy nobody() {
        return new PeerPolicy(NOBODY, refused -> {}, Clock.systemUTC());
    }

    /** From now on goes by {@code certificates}. */
    public void accept(PhoneCertificates certificates) {
        accepted = certificates;
    }

    /** What is found out about {@code certificate} now. */
    public PhoneCertificateVerdict check(X509Certificate certificate) {
        return accepted.check(certificate, clock.instant());
    }

    /** This policy as JSSE and other TLS implementations ask for it. */
    public X509ExtendedTrustManager trustManager() {
        return new PeerTrustManager(this);
    }

    /** Throws unless the first certificate of {@code chain}, the client's own, is accepted. */
    void admit(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("The client showed no certificate");
        }
        if (check(chain[0]) instanceof PhoneCertificateVerdict.Refused refused) {
            refusals.refused(refused);
            throw new CertificateException(refused.description());
        }
    }
}
