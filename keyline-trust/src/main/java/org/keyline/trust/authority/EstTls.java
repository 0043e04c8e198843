package org.keyline.trust.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.keyline.trust.certificate.KeyMaterial;

/** TLS with an EST server: it must be the named authority, or certified by it, and have the name it is called by. */
final class EstTls {
    private EstTls() {}

    static SSLContext context(KeyMaterial capf, Anchor anchor) {
        try {
            var nothing = new char[0];
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, nothing);
            keys.setKeyEntry("capf", capf.key(), nothing, capf.chain().toArray(X509Certificate[]::new));
            var shows = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shows.init(keys, nothing);
            var context = SSLContext.getInstance("TLS");
            context.init(shows.getKeyManagers(), new TrustManager[] {new OfAuthority(anchor)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java runtime cannot speak TLS with CAPF's certificate", e);
        }
    }

    /** Trusts servers whose chain leads to the anchor. That the name fits is checked by the JDK beside it. */
    private record OfAuthority(Anchor anchor) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
            var shown = Arrays.asList(chain);
            chain[0].checkValidity();
            if (!anchor.vouchesFor(chain[0], shown)) {
                throw new CertificateException("the server's certificate, "
                        + chain[0].getSubjectX500Principal()
                        + ", does not come from the configured authority; the last certificate it shows has SHA-256 "
                        + ExternalAuthority.fingerprint(chain[chain.length - 1]));
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
            throw new CertificateException("Clients are not expected here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return anchor.trusted().toArray(X509Certificate[]::new);
        }
    }
}
