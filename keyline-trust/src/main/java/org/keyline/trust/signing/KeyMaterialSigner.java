package org.keyline.trust.signing;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.KeyMaterial;

/** Signs with a key in memory. */
record KeyMaterialSigner(KeyMaterial material) implements Signer {
    @Override
    public X509Certificate certificate() {
        return material.certificate();
    }

    @Override
    public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
        try {
            var signature = Signature.getInstance(digest.signatureName());
            signature.initSign(material.key());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningException("The key of " + material + " cannot sign", e);
        }
    }
}
