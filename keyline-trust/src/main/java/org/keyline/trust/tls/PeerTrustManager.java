package org.keyline.trust.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Hands the client's certificate to a {@link PeerPolicy}.
 *
 * <p>An <em>extended</em> trust manager, because JSSE wraps any other in checks of its own (disabled algorithms, SHA-1
 * in certificates) that no old phone would pass.
 */
final class PeerTrustManager extends X509ExtendedTrustManager {
    private final PeerPolicy policy;

    PeerTrustManager(PeerPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        policy.admit(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        policy.admit(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        policy.admit(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notForServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notForServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw notForServers();
    }

    /** Empty: the list would be fixed when a server starts, and phones show the one certificate they have anyway. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static CertificateException notForServers() {
        return new CertificateException("This policy is about clients");
    }
}
