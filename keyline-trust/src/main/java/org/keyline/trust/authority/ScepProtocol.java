package org.keyline.trust.authority;

import java.net.MalformedURLException;
import java.net.URL;
import java.security.cert.CertStore;
import java.security.cert.CertStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jscep.client.Client;
import org.jscep.client.ClientException;
import org.jscep.client.EnrollmentResponse;
import org.jscep.transaction.TransactionException;
import org.keyline.trust.authority.AuthorityException.Reason;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyMaterial;

/**
 * SCEP (RFC 8894) by the library jscep. The messages are signed with CAPF's key, and the answers encrypted to it, since
 * the phone's key never leaves the phone.
 */
final class ScepProtocol implements EnrolmentProtocol {
    private final AuthoritySettings settings;
    private final KeyMaterial capf;
    private final Clock clock;
    private final ScepTransport transport;
    private final Client client;

    /** For one conversation: the authority's certificates are fetched once and kept. */
    ScepProtocol(AuthoritySettings settings, KeyMaterial capf, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.capf = capf;
        this.transport = new ScepTransport(url(settings));
        // Who the authority is was decided before the first message; the transport shows the same certificates again.
        this.client = new Client(url(settings), _ -> true);
        client.setTransportFactory((method, _) -> transport.by(method));
    }

    private static URL url(AuthoritySettings settings) {
        try {
            return settings.address().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The authority's address is no URL", e);
        }
    }

    @Override
    public List<X509Certificate> authorities() throws AuthorityException {
        try {
            return certificates(client.getCaCertificate());
        } catch (ClientException | RuntimeException e) {
            throw trouble(e);
        }
    }

    @Override
    public List<X509Certificate> enrol(PKCS10CertificationRequest request, Anchor anchor) throws AuthorityException {
        try {
            var waiting = Waiting.begin(settings.patience());
            var identity = identity(request);
            var answer = client.enrol(identity.certificate(), identity.key(), request);
            while (answer.isPending()) {
                waiting.pause(settings.pause());
                answer = poll(identity, request, answer);
            }
            return decided(answer);
        } catch (ClientException | TransactionException | RuntimeException e) {
            throw trouble(e);
        } catch (java.io.IOException e) {
            throw new AuthorityException(Reason.NONSENSE, "The request's subject cannot be encoded", e);
        }
    }

    /**
     * Who signs the messages. A certificate of CAPF that an authority issued is shown as it is; else one for CAPF's key
     * is made that names the same as the request, as a client without a certificate has to (RFC 8894, section 2.3).
     */
    private KeyMaterial identity(PKCS10CertificationRequest request) {
        var own = capf.certificate();
        return own.getIssuerX500Principal().equals(own.getSubjectX500Principal())
                ? new CertificateProfile(clock).selfSigned(request.getSubject(), capf)
                : capf;
    }

    private EnrollmentResponse poll(
            KeyMaterial identity, PKCS10CertificationRequest request, EnrollmentResponse pending)
            throws ClientException, TransactionException, java.io.IOException {
        var subject =
                new javax.security.auth.x500.X500Principal(request.getSubject().getEncoded());
        return client.poll(identity.certificate(), identity.key(), subject, pending.getTransactionId());
    }

    private static List<X509Certificate> decided(EnrollmentResponse answer) throws AuthorityException {
        if (answer.isFailure()) {
            throw new AuthorityException(Reason.REFUSED, "The authority refused the request: " + answer.getFailInfo());
        }
        return certificates(answer.getCertStore());
    }

    private static List<X509Certificate> certificates(CertStore store) throws AuthorityException {
        try {
            var found = new ArrayList<X509Certificate>();
            for (var certificate : store.getCertificates(null)) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
            return List.copyOf(found);
        } catch (CertStoreException e) {
            throw new AuthorityException(Reason.NONSENSE, "The authority's certificates cannot be read", e);
        }
    }

    /** What the transport met is the better explanation of what the library says. */
    private AuthorityException trouble(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ScepTransport.Trouble trouble) {
                return trouble.met();
            }
        }
        return new AuthorityException(
                Reason.NONSENSE,
                "The authority's answer is not SCEP: "
                        + Optional.ofNullable(failure.getMessage())
                                .orElseGet(() -> failure.getClass().getSimpleName()),
                failure);
    }
}
