package org.keyline.ctl.provider;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;

/** TLS between CTL clients and Providers: the server shows its certificate, and the client knows exactly that one. */
final class ProviderTls {
    static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private ProviderTls() {}

    /** The side of a server that shows the certificate of {@code identity}. */
    static SSLContext server(KeyMaterial identity) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("provider", identity.key(), new char[0], new Certificate[] {identity.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[0], null);
        return context;
    }

    /** The side of a client that goes by {@code pinned}. */
    static SSLContext client(Pinned pinned) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {pinned}, null);
        return context;
    }

    /**
     * Trusts one certificate and remembers which one was shown. Names and chains do not matter: phones do alike. One
     * that only looks trusts any: it ends the handshake properly, says nothing and goes.
     */
    static final class Pinned extends X509ExtendedTrustManager {
        private final Optional<X509Certificate> expected;
        private volatile Optional<X509Certificate> shown = Optional.empty();

        Pinned(Optional<X509Certificate> expected) {
            this.expected = expected;
        }

        Optional<X509Certificate> shown() {
            return shown;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0) {
                throw new CertificateException("The server shows no certificate");
            }
            shown = Optional.of(chain[0]);
            if (expected.isPresent()
                    && !MessageDigest.isEqual(Certificates.der(expected.get()), Certificates.der(chain[0]))) {
                throw new CertificateException("The server shows another certificate than the confirmed one");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Clients show no certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("Clients show no certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("Clients show no certificate");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
