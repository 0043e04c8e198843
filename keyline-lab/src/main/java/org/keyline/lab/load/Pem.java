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
import java.util.regex.Pattern;

/** Reads certificates and PKCS#8 keys from PEM or DER files (RFC 7468). */
final class Pem {
    /** The key's block; certificates may stand beside it in the same file. */
    private static final Pattern KEY_BLOCK =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

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
        var block = KEY_BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return block.find() ? Base64.getMimeDecoder().decode(block.group(1)) : file;
    }
}
