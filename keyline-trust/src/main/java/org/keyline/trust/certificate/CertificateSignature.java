package org.keyline.trust.certificate;

import java.security.PrivateKey;
import java.security.Provider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The digest in the signature of a certificate. */
public enum CertificateSignature {
    /** SHA-1: only for phones of the 7940/7960 generation that refuse SHA-256. */
    SHA1,
    /** SHA-256: the ordinary choice. */
    SHA256,
    /** SHA-512: phones with new firmware. */
    SHA512;

    /** A signer for certificate builders. */
    public ContentSigner with(PrivateKey key) {
        try {
            return builder(key).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalArgumentException("A " + key.getAlgorithm() + " key cannot sign certificates here", e);
        }
    }

    /** As {@link #with(PrivateKey)}, for a key that only {@code provider} can use. */
    public ContentSigner with(PrivateKey key, Provider provider) {
        try {
            return builder(key).setProvider(provider).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalArgumentException("The module of " + provider.getName() + " cannot sign so", e);
        }
    }

    private JcaContentSignerBuilder builder(PrivateKey key) {
        return new JcaContentSignerBuilder(name() + "with" + (key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA"));
    }
}
