package org.keyline.trust.srst;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Remembers the certificates a server showed. It trusts any: whether to believe them is decided by an administrator
 * afterwards, and nothing is said to the server meanwhile.
 */
final class ShownChain extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> shown = List.of();

    /** The server's certificate and those it sent with it; empty before the handshake came so far. */
    List<X509Certificate> certificates() {
        return shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        shown = List.of(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        shown = List.of(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        shown = List.of(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw noClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw noClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw noClients();
    }

    private static CertificateException noClients() {
        return new CertificateException("Clients are not expected here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
