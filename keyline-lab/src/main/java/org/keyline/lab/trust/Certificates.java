package org.keyline.lab.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/** Certificates and keys as a phone meets them. */
public final class Certificates {
    /** AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 3279 section 2.3.1). */
    private static final Octets RSA = Octets.ofHex("300d06092a864886f70d0101010500");

    /** AlgorithmIdentifiers of id-ecPublicKey, by the length of an uncompressed point (RFC 5480 section 2.1.1). */
    private static final Octets P256 = Octets.ofHex("301306072a8648ce3d020106082a8648ce3d030107");

    private static final Octets P384 = Octets.ofHex("301006072a8648ce3d020106052b81040022");
    private static final Octets P521 = Octets.ofHex("301006072a8648ce3d020106052b81040023");

    private Certificates() {}

    /** Parses one DER certificate that must fill the whole field. */
    public static X509Certificate parse(Octets der) throws MalformedFile {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der.toArray()));
            if (!Octets.of(certificate.getEncoded()).equals(der)) {
                throw new MalformedFile("bytes after the certificate");
            }
            return certificate;
        } catch (CertificateException e) {
            throw new MalformedFile("not a certificate: " + e.getMessage());
        }
    }

    /** The DER form. */
    public static Octets der(X509Certificate certificate) {
        try {
            return Octets.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    /** What a configuration file calls {@code certHash}: MD5 of the DER, lower-case hexadecimal. */
    public static String hash(X509Certificate certificate) {
        return der(certificate).digest("MD5").hex();
    }

    /** The common name of the subject. */
    public static Optional<String> commonName(X509Certificate certificate) {
        for (var part : certificate.getSubjectX500Principal().getName("RFC1779").split(", ", -1)) {
            if (part.startsWith("CN=")) {
                return Optional.of(part.substring(3));
            }
        }
        return Optional.empty();
    }

    /** The key in element 7 of a record: a PKCS#1 RSAPublicKey, or an uncompressed point of a NIST curve. */
    static PublicKey key(Octets field) throws MalformedFile {
        try {
            return !field.isEmpty() && field.at(0) == 4
                    ? publicKey("EC", curve(field.length()), field)
                    : publicKey("RSA", RSA, field);
        } catch (GeneralSecurityException e) {
            throw new MalformedFile("not a public key: " + e.getMessage());
        }
    }

    private static Octets curve(int pointLength) throws MalformedFile {
        return switch (pointLength) {
            case 65 -> P256;
            case 97 -> P384;
            case 133 -> P521;
            default -> throw new MalformedFile("a point of " + pointLength + " bytes is on no known curve");
        };
    }

    /** Wraps the key as SubjectPublicKeyInfo, the only form the JDK reads (RFC 5280 section 4.1). */
    private static PublicKey publicKey(String algorithm, Octets identifier, Octets key)
            throws GeneralSecurityException {
        var bits = tagged(0x03, Octets.ofHex("00").plus(key));
        var info = tagged(0x30, identifier.plus(bits));
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info.toArray()));
    }

    private static Octets tagged(int tag, Octets content) {
        int length = content.length();
        var header = length < 0x80 ? "%02x%02x" : length < 0x100 ? "%02x81%02x" : "%02x82%04x";
        return Octets.ofHex(String.format(header, tag, length)).plus(content);
    }
}
