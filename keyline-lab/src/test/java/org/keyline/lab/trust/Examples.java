package org.keyline.lab.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.keyline.lab.files.Octets;

/** The worked examples of the protocol sheets: keys, a certificate, a list and two signed files. */
public final class Examples {
    private Examples() {}

    /** A binary example. */
    public static Octets bytes(String name) {
        try (var in = Examples.class.getResourceAsStream(name + ".b64")) {
            return Octets.of(Base64.getMimeDecoder().decode(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An RSA key in PKCS#8. */
    public static PrivateKey key(String name) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes(name).toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The test phone SEP001122334455 with its 1024-bit LSC. */
    public static PhoneIdentity phone() {
        return new PhoneIdentity(key("phone-key"), certificate("phone-certificate"));
    }

    private static X509Certificate certificate(String name) {
        try {
            return Certificates.parse(bytes(name));
        } catch (MalformedFile e) {
            throw new IllegalStateException(e);
        }
    }
}
