package org.keyline.trust.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListReader;

/** The files and keys printed in the sheets. The keys are published; they protect nothing. */
public final class Sheet {
    private Sheet() {}

    /** A file of the sheets. */
    public static byte[] file(String name) {
        try (var in = Objects.requireNonNull(Sheet.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CTL file of the trust-list sheet, section 10. */
    public static TrustList ctl() {
        try {
            return TrustListReader.read(file("CTLFile.tlv"));
        } catch (MalformedFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signer {@code CN=ccm1;O=Lab}, serial 4A01. */
    public static KeyMaterial signer() {
        try {
            var certificate =
                    ctl().with(Role.SAST).findFirst().orElseThrow().x509().orElseThrow();
            return new KeyMaterial(key("signer-key.p8"), certificate);
        } catch (MalformedFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The phone {@code SEP001122334455}. */
    public static KeyMaterial phone() {
        return new KeyMaterial(key("phone-key.p8"), certificate("phone.cer"));
    }

    private static X509Certificate certificate(String name) {
        try {
            return Certificates.parse(file(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String name) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(file(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
