package org.keyline.trust.signing;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.KeyMaterial;

/** Someone who signs lists and files: a certificate, and the private key behind it wherever that is kept. */
public interface Signer {
    /** The certificate whose key signs. */
    X509Certificate certificate();

    /**
     * Signs {@code bytes} with RSASSA-PKCS1-v1_5.
     *
     * @throws SigningException when the key cannot be used (token gone, locked, no RSA key)
     */
    byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException;

    /** A signer whose key is in memory: the node's own. */
    static Signer of(KeyMaterial material) {
        return new KeyMaterialSigner(material);
    }

    /** Whether {@code signature} over {@code bytes} was made by the key of {@code certificate}. */
    static boolean verify(X509Certificate certificate, SignatureDigest digest, byte[] bytes, byte[] signature) {
        try {
            var verifier = Signature.getInstance(digest.signatureName());
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notSignedSo) {
            return false;
        }
    }
}
