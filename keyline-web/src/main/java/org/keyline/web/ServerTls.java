package org.keyline.web;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.keyline.trust.certificate.KeyMaterial;

/** The TLS context of the web server. */
final class ServerTls {
    private ServerTls() {}

    static SSLContext context(KeyMaterial key) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("https", key.key(), new char[0], key.chain().toArray(Certificate[]::new));
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The HTTPS certificate cannot be used", e);
        }
    }
}
