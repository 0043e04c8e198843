package org.keyline.trust.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Encoded forms of certificates and their keys. */
public final class Certificates {
    private Certificates() {}

    /**
     * The certificate in {@code der}.
     *
     * @throws CertificateException when the bytes are no certificate, or more than one
     */
    public static X509Certificate parse(byte[] der) throws CertificateException {
        var bytes = new ByteArrayInputStream(der);
        var certificate = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        if (bytes.available() > 0 || !(certificate instanceof X509Certificate x509)) {
            throw new CertificateException("The bytes are not exactly one X.509 certificate");
        }
        return x509;
    }

    /** The DER form of {@code certificate}. */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read cannot be written", e);
        }
    }

    /**
     * The bare public key: an {@code RSAPublicKey} of PKCS #1 for RSA, the point {@code 04‖X‖Y} for a curve. This is
     * what trust lists carry.
     */
    public static byte[] bareKey(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    /** The MD5 of the DER in lower-case hexadecimal: the {@code certHash} of a phone's configuration file. */
    public static String certificateHash(X509Certificate certificate) {
        return HexFormat.of().formatHex(digest("MD5", der(certificate)));
    }

    /** The digest {@code algorithm} (a JCA name) of {@code bytes}. */
    public static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }

    /** The certificate that a builder made. */
    public static X509Certificate of(X509CertificateHolder holder) {
        try {
            return parse(holder.getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("A certificate just made cannot be read", e);
        }
    }

    static JcaX509ExtensionUtils extensionUtils() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-1", e);
        }
    }
}
