package org.keyline.lab.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads certificates and PKCS#8 keys from PEM or DER files (RFC 7468). */
final class Pem {
    private Pem() {}

    static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(der(Files.readAllBytes(file)));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (GeneralSecurityException _) {
            return KeyFactory.getInstance("EC").generatePrivate(encoded);
        }
    }

    private static byte[] der(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.startsWith("-----BEGIN")
                ? Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""))
                : file;
    }
}
