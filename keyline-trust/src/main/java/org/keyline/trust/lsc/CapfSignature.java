package org.keyline.trust.lsc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.signing.SignatureDigest;

/**
 * The proof in CAPF messages that a phone has the private key of its certificate (CAPF sheet, section 5).
 *
 * <p>With an RSA key it is a PKCS #1 type 1 block around the <em>bare</em> digest, without the DigestInfo that ordinary
 * RSA signatures have; with an EC key it is ordinary ECDSA.
 */
public final class CapfSignature {
    private static final String RAW_RSA = "NONEwithRSA";

    private CapfSignature() {}

    /** What elements 6 and 20 sign: the device name with its final zero byte, then the certificate's DER. */
    public static byte[] deviceData(String deviceName, X509Certificate certificate) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((deviceName + "\0").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(Certificates.der(certificate));
        return out.toByteArray();
    }

    /** What element 16 signs: the session id, little-endian, then the certificate's DER. */
    public static byte[] sessionData(int sessionId, X509Certificate certificate) {
        var der = Certificates.der(certificate);
        return ByteBuffer.allocate(Integer.BYTES + der.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(sessionId)
                .put(der)
                .array();
    }

    /** Signs {@code data} as a phone does: SHA-1 for element 6, SHA-512 for element 20. */
    public static byte[] sign(PrivateKey key, SignatureDigest digest, byte[] data) throws GeneralSecurityException {
        var isRsa = key.getAlgorithm().equals("RSA");
        var signature = Signature.getInstance(isRsa ? RAW_RSA : ecdsa(digest));
        signature.initSign(key);
        signature.update(isRsa ? digest.of(data) : data);
        return signature.sign();
    }

    /** Whether {@code signature} over {@code data} was made with the private key that belongs to {@code key}. */
    public static boolean verify(PublicKey key, SignatureDigest digest, byte[] data, byte[] signature) {
        try {
            var isRsa = key.getAlgorithm().equals("RSA");
            var verifier = Signature.getInstance(isRsa ? RAW_RSA : ecdsa(digest));
            verifier.initVerify(key);
            verifier.update(isRsa ? digest.of(data) : data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notSignedSo) {
            return false;
        }
    }

    private static String ecdsa(SignatureDigest digest) {
        return switch (digest) {
            case SHA1 -> "SHA1withECDSA";
            case SHA256 -> "SHA256withECDSA";
            case SHA512 -> "SHA512withECDSA";
        };
    }
}
